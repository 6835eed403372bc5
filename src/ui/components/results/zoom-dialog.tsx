import { IconButton, IconClose16 } from '@create-figma-plugin/ui'
import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { WindowDialog } from '../window-dialog.tsx'
import styles from './zoom-dialog.module.css'

interface ZoomDialogProps {
  title: string
  subtitle: string
  /** True when the picture has transparent parts to show. */
  checkered?: boolean
  image: ComponentChildren
  actions: ComponentChildren
  /** True where several pictures are compared: what is under them always takes the same room. */
  steady?: boolean
  onClose: () => void
}

/** A picture over everything else, with what can be done with it. */
export function ZoomDialog(props: ZoomDialogProps) {
  const { title, subtitle, checkered = false, image, actions, steady = false, onClose } = props
  const dialog = useRef<HTMLDialogElement>(null)
  return (
    <WindowDialog
      dialog={dialog}
      title={title}
      subtitle={subtitle}
      buttons={
        <IconButton aria-label="Close" title="Close (Esc)" onClick={() => dialog.current?.close()}>
          <IconClose16 />
        </IconButton>
      }
      onClose={onClose}
    >
      <div class={`${styles.image} ${checkered ? styles.checkered : ''}`}>{image}</div>
      <div class={`${styles.actions} ${steady ? styles.steady : ''}`}>{actions}</div>
    </WindowDialog>
  )
}
