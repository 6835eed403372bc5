import { IconButton, IconClose16 } from '@create-figma-plugin/ui'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import styles from './zoom-dialog.module.css'

interface ZoomDialogProps {
  title: string
  subtitle: string
  /** True when the picture has transparent parts to show. */
  checkered?: boolean
  image: ComponentChildren
  actions: ComponentChildren
  onClose: () => void
}

/** A picture over everything else. The browser's own dialog keeps the focus inside, closes on Esc and gives it back. */
export function ZoomDialog({ title, subtitle, checkered = false, image, actions, onClose }: ZoomDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog ref={dialog} class={styles.dialog} aria-label={title} onClose={onClose}>
      <div class={styles.head}>
        <div class={styles.text}>
          <div class={styles.title}>{title}</div>
          <div class={styles.subtitle}>{subtitle}</div>
        </div>
        <IconButton aria-label="Close" title="Close (Esc)" onClick={() => dialog.current?.close()}>
          <IconClose16 />
        </IconButton>
      </div>
      <div class={`${styles.image} ${checkered ? styles.checkered : ''}`}>{image}</div>
      <div class={styles.actions}>{actions}</div>
    </dialog>
  )
}
