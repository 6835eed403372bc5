import type { Extent } from '#domain/legal-sizes.ts'
import type { SizeRules } from '#domain/models.ts'

const THREE_SIZES: readonly Extent[] = [
  { width: 1024, height: 1024 },
  { width: 1536, height: 1024 },
  { width: 1024, height: 1536 },
]

/** The one of three fixed sizes whose ratio is nearest the frame's. */
export function nearestOfThree(frame: Extent): Extent {
  const distance = (size: Extent) => Math.abs(Math.log((size.width * frame.height) / (size.height * frame.width)))
  return THREE_SIZES.reduce((nearest, size) => (distance(size) < distance(nearest) ? size : nearest))
}

/** Each edge of the wanted pixels rounded up to the grid; where that is not legal, scaled until it is. */
export function roundThenScale(wanted: Extent, rules: SizeRules): Extent {
  const up = (edge: number) => Math.ceil(edge / rules.grid) * rules.grid
  const down = (edge: number) => Math.floor(edge / rules.grid) * rules.grid
  const width = Math.max(up(wanted.width), up(wanted.height / rules.maxAspect))
  const height = Math.max(up(wanted.height), up(wanted.width / rules.maxAspect))
  const area = width * height
  if (area < rules.minArea) {
    const factor = Math.sqrt(rules.minArea / area)
    return withinAspect({ width: up(width * factor), height: up(height * factor) }, rules)
  }
  const factor = Math.min(1, rules.maxEdge / Math.max(width, height), Math.sqrt(rules.maxArea / area))
  return factor < 1
    ? withinAspect({ width: down(width * factor), height: down(height * factor) }, rules)
    : { width, height }
}

/** Rounding can tip a 3:1 size over the limit by one step of the grid; the long edge gives way. */
function withinAspect({ width, height }: Extent, rules: SizeRules): Extent {
  return {
    width: Math.min(width, height * rules.maxAspect),
    height: Math.min(height, width * rules.maxAspect),
  }
}
