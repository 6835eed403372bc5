import { Button } from '@create-figma-plugin/ui'
import styles from './place-bar.module.css'

export interface PlaceWay {
  id: string
  label: string
  hint: string
}

interface PlaceBarProps {
  ways: readonly PlaceWay[]
  /** The way being done now; null when none. */
  busy: string | null
  /** False while another picture is being placed. */
  enabled: boolean
  onPlace: (id: string) => void
}

/** The ways a chosen picture goes to the canvas. */
export function PlaceBar({ ways, busy, enabled, onPlace }: PlaceBarProps) {
  return (
    <fieldset class={styles.bar}>
      <legend class={styles.label}>Place as</legend>
      {ways.map((way, index) => (
        <Button
          key={way.id}
          secondary={index > 0}
          loading={busy === way.id}
          disabled={!enabled && busy !== way.id}
          title={way.hint}
          onClick={(event) => {
            // The second click of a slow double click comes when the first has already placed the picture.
            if (event.detail <= 1) onPlace(way.id)
          }}
        >
          {way.label}
        </Button>
      ))}
    </fieldset>
  )
}
