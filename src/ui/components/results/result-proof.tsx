import { IconChevronRight16 } from '@create-figma-plugin/ui'
import { Facts } from '../facts.tsx'
import styles from './result-proof.module.css'

interface ResultProofProps {
  line: string
  /** True where a promise was not kept. */
  broken: boolean
  rows: readonly { label: string; value: string }[]
}

/** What was measured of a picture: a line, and the numbers on demand. */
export function ResultProof({ line, broken, rows }: ResultProofProps) {
  const text = <span class={`${styles.text} ${broken ? styles.broken : ''}`}>{line}</span>
  if (rows.length === 0) return <p class={`${styles.proof} ${styles.text}`}>{text}</p>
  return (
    <details class={styles.proof}>
      <summary class={styles.line}>
        <span class={styles.chevron}>
          <IconChevronRight16 />
        </span>
        {text}
      </summary>
      <Facts rows={rows} />
    </details>
  )
}
