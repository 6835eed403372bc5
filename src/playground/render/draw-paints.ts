import type { NodeModel } from '../figma/node-model.ts'
import { drawLayer } from './draw-layer.ts'
import { drawText } from './draw-text.ts'
import { composite, coverWithPaint, cssColor } from './paint-style.ts'
import type { RenderScene } from './render-scene.ts'
import { canGrow, shapePath } from './shape-path.ts'

const isPlain = (paint: Paint): paint is SolidPaint =>
  paint.type === 'SOLID' && composite(paint.blendMode) === 'source-over'

/** The fills of a shape, bottom to top. */
export function drawFills(context: CanvasRenderingContext2D, node: NodeModel, scene: RenderScene): void {
  const path = shapePath(node, scene.rasterizer)
  for (const paint of node.fills) {
    if (paint.visible === false) continue
    if (isPlain(paint)) {
      context.fillStyle = cssColor(paint.color, paint.opacity ?? 1)
      context.fill(path)
      continue
    }
    context.save()
    context.clip(path)
    coverWithPaint(context, paint, node, scene.images)
    context.restore()
  }
}

/** The fills of a text: colours directly, pictures and gradients through the letters. */
export function drawTextFills(context: CanvasRenderingContext2D, node: NodeModel, scene: RenderScene): void {
  if (node.segments) {
    drawText(context, node, 'transparent')
    return
  }
  for (const paint of node.fills) {
    if (paint.visible === false) continue
    if (isPlain(paint)) {
      drawText(context, node, cssColor(paint.color, paint.opacity ?? 1))
      continue
    }
    drawLayer(context, scene.rasterizer, (layer) => {
      drawText(layer, node, '#000')
      layer.globalCompositeOperation = 'source-in'
      coverWithPaint(layer, { ...paint, blendMode: 'NORMAL' }, node, scene.images)
    })
  }
}

function strokeColor(paint: Paint): string | null {
  if (paint.visible === false) return null
  if (paint.type === 'SOLID') return cssColor(paint.color, paint.opacity ?? 1)
  const stop = 'gradientStops' in paint ? paint.gradientStops[0] : undefined
  return stop ? cssColor(stop.color, paint.opacity ?? 1) : null
}

const outward = { INSIDE: -0.5, CENTER: 0, OUTSIDE: 0.5 }

/** Keeps a stroke on one side of an outline that cannot be grown: twice the weight, half of it clipped away. */
function clipToSide(context: CanvasRenderingContext2D, node: NodeModel, scene: RenderScene): void {
  if (node.strokeAlign === 'CENTER') return
  const side = shapePath(node, scene.rasterizer)
  if (node.strokeAlign === 'OUTSIDE') side.rect(-10_000, -10_000, node.width + 20_000, node.height + 20_000)
  context.clip(side, node.strokeAlign === 'OUTSIDE' ? 'evenodd' : 'nonzero')
  context.lineWidth *= 2
}

/** The strokes of a shape, inside, on or outside its edge. */
export function drawStrokes(context: CanvasRenderingContext2D, node: NodeModel, scene: RenderScene): void {
  if (node.strokeWeight <= 0) return
  const grows = canGrow(node)
  const path = shapePath(node, scene.rasterizer, grows ? node.strokeWeight * outward[node.strokeAlign] : 0)
  for (const paint of node.strokes) {
    const color = strokeColor(paint)
    if (color === null) continue
    context.save()
    context.lineWidth = node.strokeWeight
    context.miterLimit = 4
    if (!grows) clipToSide(context, node, scene)
    context.setLineDash([...node.dashPattern])
    context.strokeStyle = color
    context.stroke(path)
    context.restore()
  }
}
