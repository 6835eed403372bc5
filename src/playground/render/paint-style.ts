import { boxAfter, invert } from './matrix.ts'
import { paintImage } from './paint-image.ts'
import type { DrawableImage } from './rasterizer.ts'

/** The picture behind a hash, once it is decoded. */
export type ImageLookup = (hash: string) => DrawableImage | undefined

export interface PaintBox {
  readonly width: number
  readonly height: number
}

const channel = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 255)

export function cssColor(color: RGB | RGBA, opacity = 1): string {
  const alpha = ('a' in color ? color.a : 1) * opacity
  return `rgba(${channel(color.r)},${channel(color.g)},${channel(color.b)},${alpha})`
}

const gradients: Record<GradientPaint['type'], (context: CanvasRenderingContext2D) => CanvasGradient> = {
  GRADIENT_LINEAR: (context) => context.createLinearGradient(0, 0.5, 1, 0.5),
  GRADIENT_RADIAL: (context) => context.createRadialGradient(0.5, 0.5, 0, 0.5, 0.5, 0.5),
  GRADIENT_ANGULAR: (context) => context.createConicGradient(0, 0.5, 0.5),
  GRADIENT_DIAMOND: (context) => context.createRadialGradient(0.5, 0.5, 0, 0.5, 0.5, 0.5),
}

/** `gradientTransform` leads from the unit square of the node to gradient space, where the ramp runs along x. */
function paintGradient(context: CanvasRenderingContext2D, paint: GradientPaint, box: PaintBox): void {
  const toNode = invert(paint.gradientTransform)
  if (!toNode) return
  const gradient = gradients[paint.type](context)
  for (const stop of paint.gradientStops) {
    gradient.addColorStop(Math.min(1, Math.max(0, stop.position)), cssColor(stop.color))
  }
  const [[a, c, e], [b, d, f]] = toNode
  const reach = boxAfter({ x: -1, y: -1, width: 3, height: 3 }, paint.gradientTransform)
  context.scale(box.width, box.height)
  context.transform(a, b, c, d, e, f)
  context.fillStyle = gradient
  context.fillRect(reach.x, reach.y, reach.width, reach.height)
}

/** A missing image shows as Figma's grey and white squares. */
function paintMissing(context: CanvasRenderingContext2D, box: PaintBox): void {
  context.fillStyle = '#fff'
  context.fillRect(0, 0, box.width, box.height)
  context.fillStyle = '#e5e5e5'
  const side = Math.max(8, Math.max(box.width, box.height) / 40)
  for (let row = 0; row * side < box.height; row += 1) {
    for (let column = row % 2; column * side < box.width; column += 2) {
      context.fillRect(column * side, row * side, Math.min(side, box.width - column * side), side)
    }
  }
}

const composites: Partial<Record<BlendMode, GlobalCompositeOperation>> = {
  MULTIPLY: 'multiply',
  SCREEN: 'screen',
  OVERLAY: 'overlay',
  DARKEN: 'darken',
  LIGHTEN: 'lighten',
}

export const composite = (mode: BlendMode | undefined): GlobalCompositeOperation =>
  composites[mode ?? 'NORMAL'] ?? 'source-over'

/** Covers the box at the origin with one paint. The caller has clipped; state is restored. */
export function coverWithPaint(
  context: CanvasRenderingContext2D,
  paint: Paint,
  box: PaintBox,
  images: ImageLookup,
): void {
  if (paint.visible === false) return
  context.save()
  context.globalAlpha *= paint.opacity ?? 1
  if (composite(paint.blendMode) !== 'source-over') context.globalCompositeOperation = composite(paint.blendMode)
  if (paint.type === 'SOLID') {
    context.fillStyle = cssColor(paint.color)
    const reach = Math.max(box.width, box.height, 1) + 1000
    context.fillRect(-reach, -reach, box.width + reach * 2, box.height + reach * 2)
  } else if (paint.type === 'IMAGE') {
    const image = paint.imageHash === null ? undefined : images(paint.imageHash)
    if (image) paintImage(context, paint, image, box)
    else paintMissing(context, box)
  } else if ('gradientStops' in paint) paintGradient(context, paint, box)
  context.restore()
}
