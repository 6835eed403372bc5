import { isTransparentContainer } from '../render/node-geometry.ts'
import type { DocumentStore } from './document-store.ts'
import type { NodeModel, NodeProperties } from './node-model.ts'

/** Where a child goes along one axis when its frame grows, by constraint. Sizes are those of the frame. */
type Rule = (start: number, length: number, before: number, after: number) => readonly [start: number, length: number]

const rules: Record<ConstraintType, Rule> = {
  MIN: (start, length) => [start, length],
  MAX: (start, length, before, after) => [start + after - before, length],
  CENTER: (start, length, before, after) => [start + (after - before) / 2, length],
  STRETCH: (start, length, before, after) => [start, Math.max(0.01, length + after - before)],
  SCALE: (start, length, before, after) => [(start * after) / before, (length * after) / before],
}

function constrained(child: NodeModel, frame: NodeModel, width: number, height: number): Partial<NodeProperties> {
  const [x, newWidth] = rules[child.constraints.horizontal](child.x, child.width, frame.width, width)
  const [y, newHeight] = rules[child.constraints.vertical](child.y, child.height, frame.height, height)
  return { x, y, width: newWidth, height: newHeight }
}

/** A group is as large as its children: they move and grow with it. */
function resizeGroup(store: DocumentStore, group: NodeModel, width: number, height: number): void {
  const factorX = group.width === 0 ? 1 : width / group.width
  const factorY = group.height === 0 ? 1 : height / group.height
  for (const child of store.children(group)) {
    resizeNode(store, child, child.width * factorX, child.height * factorY, true)
    store.write(child.id, {
      x: group.x + (child.x - group.x) * factorX,
      y: group.y + (child.y - group.y) * factorY,
    })
  }
}

/** Gives a node a new size; children of a frame follow their constraints when asked to. */
export function resizeNode(
  store: DocumentStore,
  node: NodeModel,
  width: number,
  height: number,
  withConstraints: boolean,
): void {
  if (isTransparentContainer(node) && node.pathData === '') {
    resizeGroup(store, node, width, height)
    return
  }
  const sizing: Partial<NodeProperties> = {
    ...(width === node.width ? {} : { layoutSizingHorizontal: 'FIXED' }),
    ...(height === node.height ? {} : { layoutSizingVertical: 'FIXED' }),
    ...(node.type === 'TEXT' ? { textAutoResize: 'NONE' } : {}),
  }
  store.write(node.id, { width, height, ...sizing })
  if (!withConstraints || node.type === 'SECTION') return
  for (const child of store.children(node)) {
    if (node.layoutMode !== 'NONE' && child.layoutPositioning === 'AUTO') continue
    const { x = child.x, y = child.y, ...size } = constrained(child, node, width, height)
    if (size.width !== child.width || size.height !== child.height) {
      resizeNode(store, child, size.width ?? child.width, size.height ?? child.height, true)
    }
    store.write(child.id, { x, y })
  }
}
