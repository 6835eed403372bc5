/** Takes a layer out of the flow of an auto-layout or grid parent, which would otherwise move and resize it. */
export function leaveLayoutFlow(layer: RectangleNode, parent: BaseNode): void {
  if ('layoutMode' in parent && parent.layoutMode !== 'NONE') layer.layoutPositioning = 'ABSOLUTE'
}
