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
  /** The price in another currency than the label's; null for none. */
  otherPrice: string | null
  /** Beneath the button: what is left. */
  left: ComponentChildren
  /** Beneath the button, at the end: a word on the price. */
  note: string
  onGenerate: () => void
}

const SHORTCUT = 'Ctrl or ⌘ and Enter'

/** The one button that costs money, with its price, always in sight. */
export function GenerateBar({
  label,
  enabled,
  busy,
  reason,
  way,
  otherPrice,
  left,
  note,
  onGenerate,
}: GenerateBarProps) {
  const [reasonId, priceId] = [useId(), useId()]
  const described = [reason === null ? '' : reasonId, otherPrice === null ? '' : priceId].join(' ').trim()
  return (
    <footer class={styles.bar}>
      {reason !== null && (
        <div class={styles.reason}>
          <span id={reasonId} class={styles.sentence}>
            {reason}
          </span>
          {way && <span class={styles.way}>{way}</span>}
        </div>
      )}
      <div class={styles.button}>
        <Button
          fullWidth
          disabled={!enabled && !busy}
          loading={busy}
          title={otherPrice === null ? SHORTCUT : `${otherPrice} · ${SHORTCUT}`}
          {...(described === '' ? {} : { 'aria-describedby': described })}
          onClick={(event) => {
            // The second click of a double click is not a second order.
            if (event.detail <= 1) onGenerate()
          }}
        >
          {label}
        </Button>
      </div>
      {otherPrice !== null && (
        <span id={priceId} hidden>
          {otherPrice}
        </span>
      )}
      <div class={styles.money}>
        {left}
        <span class={styles.note}>{note}</span>
      </div>
    </footer>
  )
}
