import type { DrawOp } from '#contract/draw-op.ts'
import { brushOutline } from './brush-outline.ts'

type Brush = Extract<DrawOp, { tool: 'brush' }>

/** In how many steps a soft brush fades out; odd, so that the middle one is where half its strength is reached. */
const RINGS = 9

/**
 * Draws one thing done by hand, in pixels of the picture as the context is transformed; alpha is how much it covers.
 * `invert` and `clear` are about more than themselves and draw nothing here.
 */
export function drawOp(context: CanvasRenderingContext2D, op: DrawOp): void {
  if (op.tool === 'invert' || op.tool === 'clear') return
  context.save()
  context.globalCompositeOperation = op.erase ? 'destination-out' : 'source-over'
  context.fillStyle = '#000'
  if (op.tool === 'brush') drawBrush(context, op)
  else if (op.tool === 'rectangle') {
    const { from, to } = op
    context.fillRect(Math.min(from.x, to.x), Math.min(from.y, to.y), Math.abs(to.x - from.x), Math.abs(to.y - from.y))
  } else drawLasso(context, op.points)
  context.restore()
}

/** A soft brush is rings over each other, the innermost full, that add up to an even fall towards the rim. */
function drawBrush(context: CanvasRenderingContext2D, { points, size, hardness }: Brush): void {
  const radius = size / 2
  if (hardness >= 1) {
    brushOutline(context, points, radius)
    context.fill('nonzero')
    return
  }
  const core = radius * Math.max(0, hardness)
  for (let ring = 1; ring <= RINGS; ring += 1) {
    // What lies beneath already covers (ring − 1) / RINGS; this much more makes it ring / RINGS.
    context.globalAlpha = 1 / (RINGS - ring + 1)
    brushOutline(context, points, radius + ((core - radius) * (ring - 1)) / (RINGS - 1))
    context.fill('nonzero')
  }
}

function drawLasso(context: CanvasRenderingContext2D, points: Extract<DrawOp, { tool: 'lasso' }>['points']): void {
  context.beginPath()
  for (const { x, y } of points) context.lineTo(x, y)
  context.closePath()
  context.fill('evenodd')
}
