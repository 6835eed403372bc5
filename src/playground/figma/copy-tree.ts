import type { DocumentStore } from './document-store.ts'
import type { NodeModel } from './node-model.ts'

/** New nodes like an old one and all that is in it. `nameId` gives each its new id; the copies are not in the document. */
export function copyTree(
  store: DocumentStore,
  source: NodeModel,
  nameId: (original: NodeModel) => string,
  parentId: string | null = null,
): readonly [NodeModel, ...NodeModel[]] {
  const id = nameId(source)
  const children = store.children(source).map((child) => copyTree(store, child, nameId, id))
  const root: NodeModel = { ...source, id, parentId, childIds: children.map(([child]) => child.id) }
  return [root, ...children.flat()]
}

/** The id of a layer inside an instance: that of the instance and of the layer it comes from. */
export const sublayerId = (instanceId: string, originalId: string) =>
  `I${instanceId.replace(/^I/, '')};${originalId.replace(/^I/, '')}`
