import { IconButton, IconChevronRight16, IconClose16 } from '@create-figma-plugin/ui'
import type { ComponentChildren } from 'preact'
import styles from './job-frame.module.css'

interface JobFrameProps {
  /** What it is called, for screen readers. */
  label: string
  title: string
  /** Beneath the title. */
  lines: ComponentChildren
  /** What it looks like while it is folded. */
  thumbnail: ComponentChildren
  open: boolean
  /** What the button that puts it away says; null where there is none. */
  putAwayLabel: string | null
  onFold: (open: boolean) => void
  onPutAway: () => void
  children: ComponentChildren
}

/** One job in the list, whatever state it is in: whole, or folded to a row. */
export function JobFrame(props: JobFrameProps) {
  const { label, title, lines, thumbnail, open, putAwayLabel, onFold, onPutAway, children } = props
  return (
    <article class={styles.job} aria-label={label}>
      <div class={`${styles.head} ${open ? '' : styles.folded}`}>
        {open ? (
          <span class={styles.chevron}>
            <IconChevronRight16 />
          </span>
        ) : (
          <span class={styles.thumbnail}>{thumbnail}</span>
        )}
        <div class={styles.text}>
          <h2 class={styles.title} title={title}>
            <button type="button" class={styles.toggle} aria-expanded={open} onClick={() => onFold(!open)}>
              {title}
            </button>
          </h2>
          {lines}
        </div>
        {putAwayLabel !== null && (
          <span class={styles.away}>
            <IconButton aria-label={putAwayLabel} title="Put away" onClick={onPutAway}>
              <IconClose16 />
            </IconButton>
          </span>
        )}
      </div>
      {open && <div class={styles.body}>{children}</div>}
    </article>
  )
}
