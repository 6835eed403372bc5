import type { DocumentModel, NodeModel } from '../figma/node-model.ts'
import { type Box, boxAfter, identity, multiply } from './matrix.ts'

/** Groups and boolean operations have no space of their own: their children live in the space of the next ancestor. */
export const isTransparentContainer = (node: NodeModel) => node.type === 'GROUP' || node.type === 'BOOLEAN_OPERATION'

/** Exact for right angles, so that a quarter turn leaves no rounding dust in boxes. */
function sineAndCosine(degrees: number): [number, number] {
  const radians = (degrees * Math.PI) / 180
  const clean = (value: number) => (Math.abs(value) < 1e-12 ? 0 : value)
  return [clean(Math.sin(radians)), clean(Math.cos(radians))]
}

/** From the node's own space to that of its container. Positive rotation turns counter-clockwise. */
export function relativeTransform(node: NodeModel): Transform {
  if (node.axes) {
    const [[a, c], [b, d]] = node.axes
    return [
      [a, c, node.x],
      [b, d, node.y],
    ]
  }
  const [sine, cosine] = sineAndCosine(node.rotation)
  return [
    [cosine, sine, node.x],
    [sine === 0 ? 0 : -sine, cosine, node.y],
  ]
}

/** The nearest ancestor with a space of its own; undefined at the page. */
export function containerOf(document: DocumentModel, node: NodeModel): NodeModel | undefined {
  let parent = node.parentId === null ? undefined : document.node(node.parentId)
  while (parent && isTransparentContainer(parent)) {
    parent = parent.parentId === null ? undefined : document.node(parent.parentId)
  }
  return parent && parent.type !== 'PAGE' && parent.type !== 'DOCUMENT' ? parent : undefined
}

/** From the node's own space to the page. */
export function absoluteTransform(document: DocumentModel, node: NodeModel): Transform {
  const container = containerOf(document, node)
  return multiply(container ? absoluteTransform(document, container) : identity, relativeTransform(node))
}

/** The upright box around the node on the page, without strokes and shadows. */
export function absoluteBoundingBox(document: DocumentModel, node: NodeModel): Box {
  return boxAfter({ x: 0, y: 0, width: node.width, height: node.height }, absoluteTransform(document, node))
}
