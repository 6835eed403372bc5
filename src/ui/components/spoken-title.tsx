import type { ComponentChildren } from 'preact'
import styles from './only-spoken.module.css'

/** A text with more to it: shown while the pointer rests on it, read by screen readers. Null for nothing more. */
export function SpokenTitle({ more, children }: { more: string | null; children: ComponentChildren }) {
  if (more === null) return <span>{children}</span>
  return (
    <span title={more}>
      {children}
      <span class={styles.spoken}> ({more})</span>
    </span>
  )
}
