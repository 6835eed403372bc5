/** Selects a layer of the current page and brings it into view. */
export function showNode(node: SceneNode): void {
  figma.currentPage.selection = [node]
  figma.viewport.scrollAndZoomIntoView([node])
}
