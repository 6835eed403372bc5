import { createIcon, IconButton } from '@create-figma-plugin/ui'
import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import styles from './result-tile.module.css'

const IconZoom = createIcon(
  <svg width="16" height="16" viewBox="0 0 16 16" fill="currentColor" aria-hidden="true">
    <path d="M9 3h4v4h-1V4.7L9.4 7.3l-.7-.7L11.3 4H9V3ZM3 9h1v2.3l2.6-2.6.7.7L4.7 12H7v1H3V9Z" />
  </svg>,
)

/** Width over height of a box at least: what is under a tall picture stays in reach. */
const TALLEST = 3 / 4

interface ResultTileProps {
  label: string
  chosen: boolean
  /** Width over height of the picture. */
  ratio: number
  /** True when the picture has transparent parts to show. */
  checkered: boolean
  image: ComponentChildren
  /** What was measured of it, in a few words; empty where nothing was. */
  note?: string
  /** True where the note tells of a promise that was not kept. */
  alarming?: boolean
  onChoose: () => void
  onZoom: () => void
}

/** One finished picture: a click chooses it, the corner button shows it large. */
export function ResultTile(props: ResultTileProps) {
  const { label, chosen, ratio, checkered, image, note = '', alarming = false, onChoose, onZoom } = props
  // A double click that began elsewhere, before the list moved under the pointer, is not one on this picture.
  const began = useRef(false)
  const box = Math.max(TALLEST, ratio)
  return (
    <li class={`${styles.tile} ${chosen ? styles.chosen : ''}`}>
      <button
        type="button"
        class={`${styles.choose} ${checkered ? styles.checkered : ''}`}
        style={{ aspectRatio: String(box) }}
        aria-label={`Choose ${label}`}
        aria-pressed={chosen}
        onClick={(event) => {
          if (event.detail <= 1) began.current = true
          onChoose()
        }}
        onDblClick={() => {
          if (began.current) onZoom()
          began.current = false
        }}
      >
        <span class={styles.picture} style={{ width: `${(100 * ratio) / box}%` }}>
          {image}
        </span>
      </button>
      <span class={styles.zoom}>
        <IconButton aria-label={`Look at ${label}`} title="Look closer" onClick={onZoom}>
          <IconZoom />
        </IconButton>
      </span>
      {note !== '' && <p class={`${styles.note} ${alarming ? styles.alarming : ''}`}>{note}</p>}
    </li>
  )
}
