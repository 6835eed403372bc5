import { Button } from '@create-figma-plugin/ui'
import { useId } from 'preact/hooks'
import styles from './place-bar.module.css'

export interface PlaceWay {
  id: string
  label: string
  hint: string
  /** Why this way does not work for the layer; null when it does. */
  reason: string | null
}

interface PlaceBarProps {
  /** What stands before the buttons. */
  label?: string
  ways: readonly PlaceWay[]
  /** False where no way is the one to take. */
  main?: boolean
  /** The way being done now; null when none. */
  busy: string | null
  /** False while another picture is being placed. */
  enabled: boolean
  onPlace: (id: string) => void
}

/** The ways a chosen picture goes to the canvas. */
export function PlaceBar({ label = 'Place as', ways, main = true, busy, enabled, onPlace }: PlaceBarProps) {
  const reasonsId = useId()
  const first = ways.findIndex((way) => way.reason === null)
  const reasons = [...new Set(ways.map((way) => way.reason).filter((reason) => reason !== null))]
  return (
    <fieldset class={styles.bar}>
      <legend class={styles.label}>{label}</legend>
      {ways.map((way, index) => (
        <Button
          key={way.id}
          secondary={!main || index !== first}
          loading={busy === way.id}
          disabled={way.reason !== null || (!enabled && busy !== way.id)}
          title={way.reason ?? way.hint}
          {...(way.reason === null ? {} : { 'aria-describedby': reasonsId })}
          onClick={(event) => {
            // The second click of a slow double click comes when the first has already placed the picture.
            if (event.detail <= 1) onPlace(way.id)
          }}
        >
          {way.label}
        </Button>
      ))}
      {reasons.length > 0 && (
        <p id={reasonsId} class={styles.reasons}>
          {reasons.join(' ')}
        </p>
      )}
    </fieldset>
  )
}
