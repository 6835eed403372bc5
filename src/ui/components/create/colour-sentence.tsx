import type { ComponentChildren } from 'preact'
import styles from './colour-sentence.module.css'

interface ColourSentenceProps {
  /** #rrggbb; null for a sentence about no colour. */
  colour: string | null
  children: ComponentChildren
}

/** A sentence with the colour it speaks of. */
export function ColourSentence({ colour, children }: ColourSentenceProps) {
  return (
    <p class={styles.sentence}>
      {colour !== null && <span class={styles.colour} style={{ backgroundColor: colour }} />}
      <span>{children}</span>
    </p>
  )
}
