import { IconChevronRight16 } from '@create-figma-plugin/ui'
import type { ComponentChildren } from 'preact'
import styles from './details.module.css'

interface DetailsProps {
  title: string
  /** What is inside, in a word or two, while closed. */
  summary?: string
  open?: boolean
  children: ComponentChildren
}

/** Something shown on demand. */
export function Details({ title, summary = '', open = false, children }: DetailsProps) {
  return (
    <details class={styles.details} open={open}>
      <summary class={styles.title}>
        <span class={styles.chevron}>
          <IconChevronRight16 />
        </span>
        {title}
        <span class={styles.summary}>{summary}</span>
      </summary>
      <div class={styles.content}>{children}</div>
    </details>
  )
}
