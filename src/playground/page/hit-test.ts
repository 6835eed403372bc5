import type { DocumentModel, NodeModel } from '../figma/node-model.ts'
import { applyTo, invert, type Point } from '../render/matrix.ts'
import { absoluteTransform, isTransparentContainer } from '../render/node-geometry.ts'

/** Screen-independent: the point is on the page. */
function contains(document: DocumentModel, node: NodeModel, point: Point): boolean {
  const inverse = invert(absoluteTransform(document, node))
  if (!inverse) return false
  const { x, y } = applyTo(point, inverse)
  const slack = node.type === 'LINE' ? 4 : 0
  return x >= -slack && y >= -slack && x <= node.width + slack && y <= node.height + slack
}

/** The layers under a point, from the outermost to the innermost; empty where there is only the page. */
export function hitPath(document: DocumentModel, parent: NodeModel, point: Point): NodeModel[] {
  for (const node of document.children(parent).toReversed()) {
    if (!node.visible) continue
    const inside = contains(document, node, point)
    if (!inside && node.clipsContent) continue
    const deeper = hitPath(document, node, point)
    if (deeper.length > 0) return node.locked ? [] : [node, ...deeper]
    if (inside && !node.locked && !isTransparentContainer(node)) return [node]
  }
  return []
}

/** Sections hold frames the way a page does: a click reaches through them. */
const reachable = (path: readonly NodeModel[]) => {
  const first = path.findIndex((node) => node.type !== 'SECTION')
  return first < 0 ? path.slice(-1) : path.slice(first)
}

/** The outermost layer, or the one beside the selection when the click stays within the selection's surroundings. */
export function clicked(path: readonly NodeModel[], selection: ReadonlySet<string>, siblings: ReadonlySet<string>) {
  return path.find((node) => selection.has(node.id)) ?? path.find((node) => siblings.has(node.id)) ?? reachable(path)[0]
}

/** One step further in than the selection. */
export function doubleClicked(path: readonly NodeModel[], selection: ReadonlySet<string>): NodeModel | undefined {
  const selected = path.findIndex((node) => selection.has(node.id))
  return path[selected + 1] ?? path.at(-1)
}
