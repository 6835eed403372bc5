import type { ComponentChildren } from 'preact'
import styles from './job-line.module.css'

interface JobLineProps {
  children: ComponentChildren
  /** At the end of the line, or of the next where there is no room. */
  end: ComponentChildren
  /** True when the beginning is rather cut short. */
  cut?: boolean
}

/** One line of what there is to know of a job. */
export function JobLine({ children, end, cut = false }: JobLineProps) {
  return (
    <div class={`${styles.line} ${cut ? styles.cut : ''}`}>
      <span class={styles.start}>{children}</span>
      <span class={styles.end}>{end}</span>
    </div>
  )
}
