import { IconChevronRight16 } from '@create-figma-plugin/ui'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import styles from './details.module.css'

interface DetailsProps {
  title: string
  /** What is inside, in a word or two, while closed. */
  summary?: string
  /** Whether it is open when it first shows; then it is the person’s to say. */
  open?: boolean
  children: ComponentChildren
}

/** Something shown on demand, and not made before. */
export function Details({ title, summary = '', open = false, children }: DetailsProps) {
  const [openAtFirst] = useState(open)
  const [opened, setOpened] = useState(open)
  return (
    <details
      class={styles.details}
      open={openAtFirst}
      onToggle={(event) => event.currentTarget.open && setOpened(true)}
    >
      <summary class={styles.title}>
        <span class={styles.chevron}>
          <IconChevronRight16 />
        </span>
        {title}
        <span class={styles.summary}>{summary}</span>
      </summary>
      {opened && <div class={styles.content}>{children}</div>}
    </details>
  )
}
