import type { BrushPoint, DrawOp } from '#contract/draw-op.ts'
import type { MaskTools } from '../state/edits/edit-state.ts'

/** What a drawing has become while it is under way. */
export function growingOp({ tool, erase, size, hardness }: MaskTools, points: readonly BrushPoint[]): DrawOp | null {
  const [from] = points
  const to = points.at(-1)
  if (!from || !to) return null
  if (tool === 'brush') return { tool, erase, size, hardness, points }
  if (tool === 'rectangle') return { tool, erase, from: { x: from.x, y: from.y }, to: { x: to.x, y: to.y } }
  return { tool, erase, points: points.map(({ x, y }) => ({ x, y })) }
}

/** Whether it covers anything: a click draws with a brush, but neither a rectangle nor a lasso. */
export function coversSomething(op: DrawOp): boolean {
  if (op.tool === 'rectangle') return op.from.x !== op.to.x && op.from.y !== op.to.y
  return op.tool !== 'lasso' || op.points.length > 2
}
