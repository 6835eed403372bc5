/** A layer and the layers around it, innermost first, up to but without the page. */
export function nodeAndParents(node: SceneNode): SceneNode[] {
  const chain = [node]
  let parent = node.parent
  while (parent && parent.type !== 'PAGE' && parent.type !== 'DOCUMENT') {
    chain.push(parent as SceneNode)
    parent = parent.parent
  }
  return chain
}
