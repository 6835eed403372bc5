import type { Box } from './box.ts'
import { setLine } from './set-line.ts'
import { el } from './svg.ts'

/** A small pill in the lower right corner, so that nobody takes the picture for a model's. */
export function badge(visible: Box): string {
  const unit = Math.min(visible.width, visible.height)
  const size = Math.max(11, unit * 0.017)
  const word = setLine('offline', 500)
  const [width, height, margin] = [(word.width + 1.5) * size, size * 1.9, unit * 0.025]
  const x = visible.x + visible.width - margin - width
  const y = visible.y + visible.height - margin - height
  return (
    el('rect', { x, y, width, height, rx: height / 2, fill: '#101014', 'fill-opacity': 0.42 }) +
    word.at(x + size * 0.75, y + height / 2 + size * 0.34, size, '#ffffff')
  )
}
