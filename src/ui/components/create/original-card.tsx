import { IconButton, IconClose16, IconRefresh16 } from '@create-figma-plugin/ui'
import type { ComponentChildren } from 'preact'
import styles from './card.module.css'

interface OriginalCardProps {
  name: string
  /** “3000 × 2000 pixels” */
  size: string
  thumbnail: ComponentChildren
  /** Null where it cannot be read again. */
  onReadAgain: (() => void) | null
  onDrop: () => void
}

/** The picture an edit starts from; it stays while other layers are selected. */
export function OriginalCard({ name, size, thumbnail, onReadAgain, onDrop }: OriginalCardProps) {
  return (
    <section class={`${styles.card} ${styles.row}`} aria-label="Original">
      <div class={styles.picture}>{thumbnail}</div>
      <div class={styles.text}>
        <div class={styles.name} title={name}>
          {name}
        </div>
        <div class={styles.size}>{size}</div>
      </div>
      {onReadAgain && (
        <IconButton aria-label="Read the picture again" title="Read the picture again" onClick={onReadAgain}>
          <IconRefresh16 />
        </IconButton>
      )}
      <IconButton aria-label="Choose another picture" title="Choose another picture" onClick={onDrop}>
        <IconClose16 />
      </IconButton>
    </section>
  )
}
