import type { NodeModel } from '../figma/node-model.ts'
import { drawText } from './draw-text.ts'
import { cssColor } from './paint-style.ts'
import { isPainted } from './render-bounds.ts'
import type { RenderScene } from './render-scene.ts'
import { shapePath } from './shape-path.ts'

/** Pixels of the canvas for one unit of the node. */
function scaleOf(context: CanvasRenderingContext2D): number {
  const matrix = context.getTransform()
  return Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c))
}

/** Leaves room to draw only outside the path: Figma hides the shadow behind a see-through shape. */
function clipOutside(context: CanvasRenderingContext2D, node: NodeModel, scene: RenderScene): void {
  const outside = shapePath(node, scene.rasterizer)
  const reach = 10_000
  outside.rect(-reach, -reach, node.width + reach * 2, node.height + reach * 2)
  context.clip(outside, 'evenodd')
}

/** Drop shadows of the node's own shape or text, beneath it. A blur of r units is a Gaussian of r / 2. */
export function drawShadows(context: CanvasRenderingContext2D, node: NodeModel, scene: RenderScene): void {
  const filled = isPainted(node.fills)
  for (const effect of node.effects) {
    if (effect.type !== 'DROP_SHADOW' || !effect.visible || !filled) continue
    context.save()
    if (node.type !== 'TEXT') clipOutside(context, node, scene)
    context.filter = effect.radius > 0 ? `blur(${(effect.radius / 2) * scaleOf(context)}px)` : 'none'
    context.translate(effect.offset.x, effect.offset.y)
    const color = cssColor(effect.color)
    context.fillStyle = color
    if (node.type === 'TEXT') drawText(context, node, color, true)
    else context.fill(shapePath(node, scene.rasterizer, effect.spread ?? 0))
    context.restore()
  }
}
