import type { BrushPoint } from '#contract/draw-op.ts'

/** How thin the lightest touch of a pen draws, against a full one. */
const LIGHTEST = 0.2

const radiusAt = ({ pressure }: BrushPoint, radius: number): number =>
  radius * (LIGHTEST + (1 - LIGHTEST) * Math.min(1, Math.max(0, pressure)))

/**
 * Puts the outline of a stroke into the context’s path: a disc at every point and a band between neighbours, all turning the
 * same way round, so that filling it once covers their union.
 */
export function brushOutline(context: CanvasRenderingContext2D, points: readonly BrushPoint[], radius: number): void {
  context.beginPath()
  points.forEach((point, i) => {
    const around = radiusAt(point, radius)
    context.moveTo(point.x + around, point.y)
    context.arc(point.x, point.y, around, 0, 2 * Math.PI)
    context.closePath()
    const before = points[i - 1]
    if (before) band(context, { ...before, radius: radiusAt(before, radius) }, { ...point, radius: around })
  })
}

interface Disc {
  x: number
  y: number
  radius: number
}

function band(context: CanvasRenderingContext2D, a: Disc, b: Disc): void {
  const length = Math.hypot(b.x - a.x, b.y - a.y)
  if (length === 0) return
  const across = { x: -(b.y - a.y) / length, y: (b.x - a.x) / length }
  context.moveTo(a.x - across.x * a.radius, a.y - across.y * a.radius)
  context.lineTo(b.x - across.x * b.radius, b.y - across.y * b.radius)
  context.lineTo(b.x + across.x * b.radius, b.y + across.y * b.radius)
  context.lineTo(a.x + across.x * a.radius, a.y + across.y * a.radius)
  context.closePath()
}
