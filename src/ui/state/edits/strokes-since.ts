import type { DrawOp, MaskPoint } from '#contract/draw-op.ts'
import { countedOps, type MaskPart } from './mask-part.ts'

/** Steps in a pixel that a draft keeps of a place. */
const STEPS = 100

/** More than anybody draws while a mask is on its way, and small enough for Figma’s storage. */
const MOST_POINTS = 20_000

/**
 * What was drawn since a mask was made of other parts, as a draft keeps it: as much of its beginning as there is room for.
 * Nothing where more than drawing happened since.
 */
export function strokesSince(kept: readonly MaskPart[], parts: readonly MaskPart[]): readonly DrawOp[] {
  const last = parts.at(-1)
  if (last?.kind !== 'drawing') return []
  const before = kept.length === parts.length ? kept.at(-1) : undefined
  const drawn = before?.kind === 'drawing' && before.key === last.key ? before.ops : []
  const others = before ? parts.length : parts.length - 1
  const ops = last.ops.slice(drawn.length)
  const same =
    kept.length === others &&
    kept.every((part, i) => part === parts[i] || (part === before && drawn.length > 0)) &&
    drawn.every((op, i) => op === last.ops[i])
  // It takes back what is in the kept mask.
  const cleared = drawn.length > 0 && ops.some(({ tool }) => tool === 'clear')
  return same && !cleared ? first(ops).map(rounded) : []
}

/** The first that fit. What was cleared away goes before anything else. */
function first(ops: readonly DrawOp[]): readonly DrawOp[] {
  if (endOfFitting(ops) === ops.length) return ops
  const counted = countedOps(ops)
  return counted.slice(0, endOfFitting(counted))
}

function endOfFitting(ops: readonly DrawOp[]): number {
  let points = 0
  const end = ops.findIndex((op) => {
    points += 'points' in op ? op.points.length : 1
    return points > MOST_POINTS
  })
  return end < 0 ? ops.length : end
}

const onStep = <P extends MaskPoint>(point: P): P => ({ ...point, x: round(point.x), y: round(point.y) })
const round = (pixels: number): number => Math.round(pixels * STEPS) / STEPS

function rounded(op: DrawOp): DrawOp {
  if (op.tool === 'rectangle') return { ...op, from: onStep(op.from), to: onStep(op.to) }
  if (op.tool === 'brush') return { ...op, points: op.points.map(onStep) }
  return op.tool === 'lasso' ? { ...op, points: op.points.map(onStep) } : op
}
