import type { ComponentChildren, RefObject } from 'preact'
import { useEffect } from 'preact/hooks'
import styles from './window-dialog.module.css'

interface WindowDialogProps {
  dialog: RefObject<HTMLDialogElement>
  /** What screen readers call it; else the title. */
  label?: string
  title: string
  subtitle?: string
  /** Buttons at the end of its head. */
  buttons: ComponentChildren
  onClose: () => void
  onKeyDown?: (event: KeyboardEvent) => void
  onKeyUp?: (event: KeyboardEvent) => void
  children: ComponentChildren
}

/** Something over the whole window. The browser's own dialog keeps the focus inside, closes on Esc and gives it back. */
export function WindowDialog(props: WindowDialogProps) {
  const { dialog, title, label = title, subtitle = '', buttons, children, ...handlers } = props
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [dialog])
  return (
    <dialog ref={dialog} class={styles.dialog} aria-label={label} {...handlers}>
      <div class={styles.head}>
        <div class={styles.text}>
          <h2 class={styles.title} title={title}>
            {title}
          </h2>
          {subtitle !== '' && <div class={styles.subtitle}>{subtitle}</div>}
        </div>
        {buttons}
      </div>
      {children}
    </dialog>
  )
}
