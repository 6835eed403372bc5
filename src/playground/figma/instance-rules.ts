import type { DocumentModel, NodeModel } from './node-model.ts'

/** True for what is inside an instance, where nothing may be inserted, moved or removed. Slots are open again. */
export function isInsideInstance(document: DocumentModel, node: NodeModel): boolean {
  const parent = node.parentId === null ? undefined : document.node(node.parentId)
  if (!parent || parent.type === 'SLOT') return false
  return parent.type === 'INSTANCE' || isInsideInstance(document, parent)
}

/** True where no child may be put. */
export const refusesChildren = (document: DocumentModel, parent: NodeModel) =>
  parent.type === 'INSTANCE' || (parent.type !== 'SLOT' && isInsideInstance(document, parent))
