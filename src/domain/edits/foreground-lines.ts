import type { Foreground } from './foreground.ts'

/** More lines than a model can heed; the prompt has to hold them beside everything else. */
const MOST_LINES = 40
/** Characters. Enough to recognise a layer by. */
const LONGEST_QUOTE = 100

interface Placed {
  readonly line: string
  /** Share of the frame it covers. */
  readonly area: number
}

/** Says what stands in front of a new background, and where; nothing of what lies outside the frame. */
export function foregroundLines(foreground: readonly Foreground[]): string[] {
  const placed = foreground.flatMap((layer) => placedLayer(layer) ?? [])
  const largest = new Set([...placed].sort((a, b) => b.area - a.area).slice(0, MOST_LINES))
  const left = placed.length - largest.size
  return [
    ...placed.filter((layer) => largest.has(layer)).map(({ line }) => line),
    ...(left > 0 ? [`In front: and ${left} more small ${left === 1 ? 'layer' : 'layers'}`] : []),
  ]
}

function placedLayer({ name, text, box }: Foreground): Placed | null {
  const [across, down] = [inFrame(box.x, box.width), inFrame(box.y, box.height)]
  if (!across || !down) return null
  const words = quotable(text ?? '')
  const what = words ? `the text "${words}"` : `“${quotable(name)}”`
  return {
    line: `In front: ${what}, at ${percent(across)} of the width and ${percent(down)} of the height`,
    area: (across.end - across.start) * (down.end - down.start),
  }
}

interface Stretch {
  readonly start: number
  readonly end: number
}

/** The part of a layer's extent that lies in the frame; null when none does. */
function inFrame(from: number, length: number): Stretch | null {
  const [start, end] = [Math.max(0, from), Math.min(1, from + length)]
  return end > start ? { start, end } : null
}

const percent = ({ start, end }: Stretch): string => `${Math.round(start * 100)}–${Math.round(end * 100)}%`

/** On one line, and not longer than is needed to recognise it. */
function quotable(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()]
  return characters.length > LONGEST_QUOTE ? `${characters.slice(0, LONGEST_QUOTE).join('')}…` : characters.join('')
}
