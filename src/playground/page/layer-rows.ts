import type { DocumentModel, NodeModel } from '../figma/node-model.ts'

export interface LayerRow {
  readonly node: NodeModel
  readonly depth: number
  readonly expanded: boolean
  /** The node or something around it is hidden. */
  readonly dimmed: boolean
}

/** The visible rows of the layer list, top layer first as Figma lists them. */
export function layerRows(
  document: DocumentModel,
  parent: NodeModel,
  open: ReadonlySet<string>,
  depth = 0,
  dim = false,
): LayerRow[] {
  return document
    .children(parent)
    .toReversed()
    .flatMap((node) => {
      const expanded = node.childIds.length > 0 && open.has(node.id)
      const dimmed = dim || !node.visible
      const row = { node, depth, expanded, dimmed }
      return expanded ? [row, ...layerRows(document, node, open, depth + 1, dimmed)] : [row]
    })
}

/** Everything around a node, up to the page. */
export function ancestorIds(document: DocumentModel, id: string): string[] {
  const parentId = document.node(id)?.parentId
  return parentId ? [parentId, ...ancestorIds(document, parentId)] : []
}
