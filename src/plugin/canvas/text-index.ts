/** Where a layer goes so that it covers no text: beneath the lowest child that shows some, else on top. */
export function textIndex(children: readonly SceneNode[]): number {
  const index = children.findIndex((child) => child.type === 'TEXT' || showsText(child))
  return index < 0 ? children.length : index
}

function showsText(node: SceneNode): boolean {
  if (!node.visible) return false
  if (node.type === 'TEXT' || node.type === 'TEXT_PATH') return true
  return 'children' in node && (node.children as readonly SceneNode[]).some(showsText)
}
