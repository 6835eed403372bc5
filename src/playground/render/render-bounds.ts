import type { DocumentModel, NodeModel } from '../figma/node-model.ts'
import { type Box, boxAfter, identity, intersection, union } from './matrix.ts'
import { absoluteTransform, containerOf } from './node-geometry.ts'

/** Types that are drawn (white, empty or not) even without any paint; a bare shape without paint is nothing. */
const alwaysVisible = new Set<NodeModel['type']>(['FRAME', 'COMPONENT', 'COMPONENT_SET', 'INSTANCE', 'SLOT', 'SECTION'])

export const isPainted = (paints: readonly Paint[]) => paints.some((paint) => paint.visible !== false)

const outsideStroke = { INSIDE: 0, CENTER: 0.5, OUTSIDE: 1 }

function hasOwnInk(node: NodeModel): boolean {
  if (node.type === 'GROUP') return false
  if (alwaysVisible.has(node.type)) return true
  if (node.type === 'TEXT') return node.characters !== '' && (node.segments !== null || isPainted(node.fills))
  return isPainted(node.fills) || (isPainted(node.strokes) && node.strokeWeight > 0)
}

/** The node's own ink: its box, outside strokes and shadows, in its own space. */
function ownBox(node: NodeModel): Box {
  const stroke = isPainted(node.strokes) ? node.strokeWeight * outsideStroke[node.strokeAlign] : 0
  const box = { x: -stroke, y: -stroke, width: node.width + stroke * 2, height: node.height + stroke * 2 }
  const shadows = node.effects.flatMap((effect) => {
    if (effect.type !== 'DROP_SHADOW' || !effect.visible) return []
    const spill = effect.radius + (effect.spread ?? 0)
    return [
      {
        x: box.x + effect.offset.x - spill,
        y: box.y + effect.offset.y - spill,
        width: box.width + spill * 2,
        height: box.height + spill * 2,
      },
    ]
  })
  return union([box, ...shadows]) ?? box
}

/** A boolean operation draws its fills in the space around it; nothing of its shapes themselves. */
function combinedBox(document: DocumentModel, node: NodeModel): Box | null {
  const container = containerOf(document, node)
  const around = container ? absoluteTransform(document, container) : identity
  return isPainted(node.fills) ? boxAfter(node, around) : null
}

/**
 * The upright box on the page around everything the node draws, children and shadows included; null when it draws
 * nothing. Hidden ancestors are the caller's question.
 */
export function renderBounds(document: DocumentModel, node: NodeModel): Box | null {
  if (!node.visible) return null
  if (node.type === 'BOOLEAN_OPERATION' && node.pathData === '') return combinedBox(document, node)
  const transform = absoluteTransform(document, node)
  const own = hasOwnInk(node) ? [boxAfter(ownBox(node), transform)] : []
  if (node.type === 'BOOLEAN_OPERATION') return own[0] ?? null
  const inner = document.children(node).flatMap((child) => renderBounds(document, child) ?? [])
  if (!node.clipsContent) return union([...own, ...inner])
  const clip = boxAfter({ x: 0, y: 0, width: node.width, height: node.height }, transform)
  return union([...own, ...inner.flatMap((box) => intersection(box, clip) ?? [])])
}

/** `absoluteRenderBounds`: null when the node, or something around it, is hidden, or nothing of it has ink or size. */
export function visibleBounds(document: DocumentModel, node: NodeModel): Box | null {
  for (let parent = node.parentId; parent !== null; ) {
    const ancestor = document.node(parent)
    if (ancestor && !ancestor.visible) return null
    parent = ancestor?.parentId ?? null
  }
  const box = renderBounds(document, node)
  return box && box.width > 0 && box.height > 0 ? box : null
}
