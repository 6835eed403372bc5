import { isTransparentContainer } from '../render/node-geometry.ts'
import type { DocumentStore } from './document-store.ts'

/** Moves a node in the space it lives in. A group is where its children are: moving it moves them. */
export function moveBy(store: DocumentStore, id: string, deltaX: number, deltaY: number): void {
  const node = store.node(id)
  if (!node) return
  if (isTransparentContainer(node) && node.pathData === '') {
    for (const childId of node.childIds) moveBy(store, childId, deltaX, deltaY)
  } else store.write(id, { x: node.x + deltaX, y: node.y + deltaY })
}
