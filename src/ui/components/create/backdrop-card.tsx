import type { ComponentChildren } from 'preact'
import styles from './backdrop-card.module.css'

interface BackdropCardProps {
  picture: ComponentChildren
  action: ComponentChildren
  /** What it shows. */
  sentence: string
}

/** A small picture with transparent parts, and what it is. */
export function BackdropCard({ picture, action, sentence }: BackdropCardProps) {
  return (
    <div class={styles.card}>
      <div class={styles.picture}>{picture}</div>
      <div class={styles.text}>
        <p class={styles.sentence}>{sentence}</p>
        {action}
      </div>
    </div>
  )
}
