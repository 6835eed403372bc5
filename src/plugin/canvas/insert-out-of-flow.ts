/**
 * Puts a layer among the children of a parent without touching their layout: in an auto-layout or grid parent it
 * takes no part in the flow, and the row that a full grid makes for it goes again.
 */
export function insertOutOfFlow(parent: BaseNode & ChildrenMixin, index: number, layer: RectangleNode): void {
  const frame = 'layoutMode' in parent && parent.layoutMode !== 'NONE' ? parent : null
  const rows = frame?.layoutMode === 'GRID' ? frame.gridRowCount : null
  parent.insertChild(index, layer)
  if (!frame) return
  // Figma refuses this before the layer is in its parent.
  layer.layoutPositioning = 'ABSOLUTE'
  if (rows !== null && frame.gridRowCount !== rows) frame.gridRowCount = rows
}
