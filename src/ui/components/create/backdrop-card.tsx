import type { ComponentChildren } from 'preact'
import styles from './backdrop-card.module.css'

interface BackdropCardProps {
  picture: ComponentChildren
  action: ComponentChildren
  /** What it shows, in a sentence. */
  children: ComponentChildren
}

/** A small picture with transparent parts, and what it is. */
export function BackdropCard({ picture, action, children }: BackdropCardProps) {
  return (
    <div class={styles.card}>
      <div class={styles.picture}>{picture}</div>
      <div class={styles.text}>
        <p class={styles.sentence}>{children}</p>
        {action}
      </div>
    </div>
  )
}
