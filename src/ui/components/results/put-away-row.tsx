import { Button } from '@create-figma-plugin/ui'
import styles from './put-away-row.module.css'

/** What was just put away, with the way back. */
export function PutAwayRow({ title, onUndo }: { title: string; onUndo: () => void }) {
  return (
    <article class={styles.row} aria-label={`Put away: ${title}`}>
      <span class={styles.text}>Put away: {title}</span>
      <Button secondary aria-label={`Undo putting away ${title}`} onClick={onUndo}>
        Undo
      </Button>
    </article>
  )
}
