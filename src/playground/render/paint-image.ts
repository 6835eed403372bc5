import { invert } from './matrix.ts'
import type { DrawableImage } from './rasterizer.ts'

interface Size {
  readonly width: number
  readonly height: number
}

type Draw = (context: CanvasRenderingContext2D, paint: ImagePaint, image: DrawableImage, box: Size) => void

/** Draws the image centred in the box at a scale, turned by the paint's quarter turns. */
function drawFitted(choose: (x: number, y: number) => number): Draw {
  return (context, paint, image, box) => {
    const turns = (((paint.rotation ?? 0) % 360) + 360) % 360
    const sideways = turns % 180 !== 0
    const width = sideways ? image.height : image.width
    const height = sideways ? image.width : image.height
    const scale = choose(box.width / width, box.height / height)
    context.translate(box.width / 2, box.height / 2)
    context.rotate((turns * Math.PI) / 180)
    context.scale(scale, scale)
    context.drawImage(image, -image.width / 2, -image.height / 2, image.width, image.height)
  }
}

/** `imageTransform` leads from the unit square of the node to that of the image; drawing goes the other way. */
const drawCropped: Draw = (context, paint, image, box) => {
  const toNode = paint.imageTransform ? invert(paint.imageTransform) : null
  if (!toNode) return drawFitted(Math.max)(context, paint, image, box)
  const [[a, c, e], [b, d, f]] = toNode
  context.scale(box.width, box.height)
  context.transform(a, b, c, d, e, f)
  context.drawImage(image, 0, 0, 1, 1)
}

const drawTiled: Draw = (context, paint, image, box) => {
  const scale = paint.scalingFactor ?? 1
  const pattern = scale > 0 ? context.createPattern(image, 'repeat') : null
  if (!pattern) return
  context.scale(scale, scale)
  context.rotate(((paint.rotation ?? 0) * Math.PI) / 180)
  context.fillStyle = pattern
  const reach = (box.width + box.height) / scale
  context.fillRect(-reach, -reach, reach * 2, reach * 2)
}

const modes: Record<ImagePaint['scaleMode'], Draw> = {
  FILL: drawFitted(Math.max),
  FIT: drawFitted(Math.min),
  CROP: drawCropped,
  TILE: drawTiled,
}

/** Figma's sliders go from -1 to 1; the rough CSS equivalents are close enough to see what a filter does. */
function cssFilter(filters: ImageFilters | undefined): string {
  const steps = [
    ['brightness', 2 ** (filters?.exposure ?? 0)],
    ['contrast', 1 + (filters?.contrast ?? 0) * 0.5],
    ['saturate', 1 + (filters?.saturation ?? 0)],
  ] as const
  const active = steps.filter(([, amount]) => amount !== 1).map(([name, amount]) => `${name}(${amount})`)
  return active.join(' ') || 'none'
}

/** Paints an image fill over the box at the origin. The caller has clipped to the shape and saved the state. */
export function paintImage(
  context: CanvasRenderingContext2D,
  paint: ImagePaint,
  image: DrawableImage,
  box: Size,
): void {
  context.imageSmoothingEnabled = true
  context.imageSmoothingQuality = 'high'
  context.filter = cssFilter(paint.filters)
  modes[paint.scaleMode](context, paint, image, box)
}
