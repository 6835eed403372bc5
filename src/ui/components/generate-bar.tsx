import { Button } from '@create-figma-plugin/ui'
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import styles from './generate-bar.module.css'

interface GenerateBarProps {
  label: string
  enabled: boolean
  busy: boolean
  /** Why the button does nothing, in a sentence; null when it works. */
  reason: string | null
  /** A button with a way out of the reason. */
  way: ComponentChildren
  /** Beneath the button: what is left. */
  left: string
  /** Beneath the button, at the end: a word on the price. */
  note: string
  onGenerate: () => void
}

/** The one button that costs money, with its price, always in sight. */
export function GenerateBar({ label, enabled, busy, reason, way, left, note, onGenerate }: GenerateBarProps) {
  const reasonId = useId()
  return (
    <footer class={styles.bar}>
      {reason !== null && (
        <div class={styles.reason}>
          <span id={reasonId} class={styles.sentence}>
            {reason}
          </span>
          {way}
        </div>
      )}
      <div class={styles.button}>
        <Button
          fullWidth
          disabled={!enabled && !busy}
          loading={busy}
          title="Ctrl or ⌘ and Enter"
          {...(reason === null ? {} : { 'aria-describedby': reasonId })}
          onClick={(event) => {
            // The second click of a double click is not a second order.
            if (event.detail <= 1) onGenerate()
          }}
        >
          {label}
        </Button>
      </div>
      <div class={styles.money}>
        <span>{left}</span>
        <span>{note}</span>
      </div>
    </footer>
  )
}
