import type { ComponentChildren } from 'preact'
import styles from './section.module.css'

interface SectionProps {
  title: string
  /** Beside the title, at the end of the line. */
  aside?: ComponentChildren
  children: ComponentChildren
}

/** A titled part of a screen. */
export function Section({ title, aside, children }: SectionProps) {
  return (
    <section aria-label={title}>
      <div class={styles.head}>
        <h2 class={styles.title}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  )
}
