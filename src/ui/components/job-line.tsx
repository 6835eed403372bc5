import type { ComponentChildren } from 'preact'
import styles from './job-line.module.css'

interface JobLineProps {
  /** Cut short when there is no room. */
  children: ComponentChildren
  /** At the end of the line, always whole; absent for nothing. */
  end?: ComponentChildren
}

/** One line of what there is to know of a job. */
export function JobLine({ children, end }: JobLineProps) {
  return (
    <div class={styles.line}>
      <span class={styles.start}>{children}</span>
      {end !== undefined && <span class={styles.end}>{end}</span>}
    </div>
  )
}
