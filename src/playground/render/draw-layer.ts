import type { Rasterizer } from './rasterizer.ts'

/**
 * Draws on an empty canvas of the same size and transform, then lays that over the context as one picture: for
 * opacity and blending of things made of several parts.
 */
export function drawLayer(
  context: CanvasRenderingContext2D,
  rasterizer: Rasterizer,
  draw: (layer: CanvasRenderingContext2D) => void,
): void {
  const layer = rasterizer.createCanvas(context.canvas.width, context.canvas.height)
  layer.context.setTransform(context.getTransform())
  draw(layer.context)
  context.save()
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.drawImage(layer.image, 0, 0)
  context.restore()
}
