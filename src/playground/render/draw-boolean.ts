import type { NodeModel } from '../figma/node-model.ts'
import { drawLayer } from './draw-layer.ts'
import { relativeTransform } from './node-geometry.ts'
import { coverWithPaint } from './paint-style.ts'
import type { RenderScene } from './render-scene.ts'
import { shapePath } from './shape-path.ts'

type Context = CanvasRenderingContext2D

/** How a further shape joins those before it. */
const JOINS: Record<NodeModel['booleanOperation'], GlobalCompositeOperation> = {
  UNION: 'source-over',
  SUBTRACT: 'destination-out',
  INTERSECT: 'destination-in',
  EXCLUDE: 'xor',
}

function drawOutline(context: Context, node: NodeModel, scene: RenderScene): void {
  if (node.childIds.length > 0 && node.pathData === '') {
    drawCombined(context, node, scene)
    return
  }
  const [[a, c, e], [b, d, f]] = relativeTransform(node)
  context.save()
  context.transform(a, b, c, d, e, f)
  context.fillStyle = '#000'
  context.fill(shapePath(node, scene.rasterizer))
  context.restore()
}

/** The shapes of an operation, joined, in black. Strokes of its shapes do not count. */
function drawCombined(context: Context, node: NodeModel, scene: RenderScene): void {
  const shapes = scene.document.children(node).filter(({ visible }) => visible)
  const join = node.type === 'BOOLEAN_OPERATION' ? JOINS[node.booleanOperation] : 'source-over'
  for (const [index, shape] of shapes.entries()) {
    context.save()
    if (index > 0) context.globalCompositeOperation = join
    // One by one: an operation inside this one must be whole before it joins.
    drawLayer(context, scene.rasterizer, (layer) => drawOutline(layer, shape, scene))
    context.restore()
  }
}

/** A boolean operation: its own fills in the outline of its shapes, which live in the space around it. */
export function drawBoolean(context: Context, node: NodeModel, scene: RenderScene): void {
  for (const paint of node.fills) {
    if (paint.visible === false) continue
    drawLayer(context, scene.rasterizer, (layer) => {
      drawCombined(layer, node, scene)
      layer.globalCompositeOperation = 'source-in'
      layer.translate(node.x, node.y)
      coverWithPaint(layer, { ...paint, blendMode: 'NORMAL' }, node, scene.images)
    })
  }
}
