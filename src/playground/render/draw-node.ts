import type { NodeModel } from '../figma/node-model.ts'
import { drawBoolean } from './draw-boolean.ts'
import { drawLayer } from './draw-layer.ts'
import { drawFills, drawStrokes, drawTextFills } from './draw-paints.ts'
import { drawShadows } from './draw-shadows.ts'
import { isTransparentContainer, relativeTransform } from './node-geometry.ts'
import { composite } from './paint-style.ts'
import type { RenderScene } from './render-scene.ts'
import { shapePath } from './shape-path.ts'

type Context = CanvasRenderingContext2D

function drawChildren(context: Context, node: NodeModel, scene: RenderScene): void {
  if (node.sectionContentsHidden) return
  for (const child of scene.document.children(node)) drawNode(context, child, scene)
}

/** What has no path of its own: its children live in the space around it. */
function drawTransparent(context: Context, node: NodeModel, scene: RenderScene): void {
  if (node.type === 'BOOLEAN_OPERATION') drawBoolean(context, node, scene)
  else drawChildren(context, node, scene)
}

function drawSolidNode(context: Context, node: NodeModel, scene: RenderScene): void {
  const [[a, c, e], [b, d, f]] = relativeTransform(node)
  context.transform(a, b, c, d, e, f)
  drawShadows(context, node, scene)
  if (node.type === 'TEXT') {
    drawTextFills(context, node, scene)
    return
  }
  if (node.type !== 'LINE') drawFills(context, node, scene)
  if (node.childIds.length > 0 && node.type !== 'BOOLEAN_OPERATION') {
    context.save()
    if (node.clipsContent) context.clip(shapePath(node, scene.rasterizer))
    drawChildren(context, node, scene)
    context.restore()
  }
  drawStrokes(context, node, scene)
}

/** True when opacity must act on the whole picture of the node and not on each of its parts. */
const hasParts = (node: NodeModel) =>
  node.childIds.length > 0 || node.fills.length + node.strokes.length > 1 || node.effects.length > 0

/**
 * Draws a node and what is in it. The context stands in the space of the node's container (the page, for top-level
 * nodes); it is left as it was. Hidden nodes draw nothing.
 */
export function drawNode(context: Context, node: NodeModel, scene: RenderScene): void {
  if (!node.visible || node.opacity <= 0) return
  const draw = isTransparentContainer(node) && node.pathData === '' ? drawTransparent : drawSolidNode
  const blend = composite(node.blendMode)
  context.save()
  if (blend !== 'source-over') context.globalCompositeOperation = blend
  context.globalAlpha *= node.opacity
  if ((node.opacity < 1 || blend !== 'source-over') && hasParts(node)) {
    drawLayer(context, scene.rasterizer, (layer) => draw(layer, node, scene))
  } else draw(context, node, scene)
  context.restore()
}
