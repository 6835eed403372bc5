import type { ComponentChildren, Ref } from 'preact'
import styles from './section.module.css'

interface SectionProps {
  title: string
  /** Beside the title, at the end of the line. */
  aside?: ComponentChildren
  sectionRef?: Ref<HTMLElement>
  children: ComponentChildren
}

/** A titled part of a screen. */
export function Section({ title, aside, sectionRef, children }: SectionProps) {
  return (
    <section {...(sectionRef ? { ref: sectionRef } : {})} aria-label={title}>
      <div class={styles.head}>
        <h2 class={styles.title}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  )
}
