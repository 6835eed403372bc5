import { useEffect, useState } from 'preact/hooks'
import styles from './elapsed.module.css'

interface ElapsedProps {
  /** ISO time. */
  since: string
  /** Seconds it usually takes; null when that is not known. */
  typicalSeconds: number | null
}

const seconds = (value: number): string =>
  value < 100 ? `${Math.round(value)} s` : `${Math.floor(value / 60)} min ${Math.round(value % 60)} s`

function useSecondsSince(since: string): number {
  const passed = () => Math.max(0, (Date.now() - Date.parse(since)) / 1000)
  const [elapsed, setElapsed] = useState(passed)
  useEffect(() => {
    const timer = setInterval(() => setElapsed(passed()), 1000)
    return () => clearInterval(timer)
  }, [since])
  return elapsed
}

/** How long something has run, against how long it usually takes. */
export function Elapsed({ since, typicalSeconds }: ElapsedProps) {
  const elapsed = useSecondsSince(since)
  // Never full before it is done.
  const share = typicalSeconds ? Math.min(0.95, elapsed / typicalSeconds) : null
  return (
    <div class={styles.elapsed}>
      <div class={styles.track}>
        <div
          class={`${styles.bar} ${share === null ? styles.unknown : ''}`}
          style={share === null ? {} : { width: `${share * 100}%` }}
        />
      </div>
      <div class={styles.text}>
        {seconds(elapsed)}
        {typicalSeconds ? `, usually about ${seconds(Math.max(1, typicalSeconds))}` : ''}
      </div>
    </div>
  )
}
