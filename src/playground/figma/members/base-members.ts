import { isInsideInstance } from '../instance-rules.ts'
import type { Members } from '../member.ts'
import type { NodeAccess } from '../node-access.ts'
import { storedFlag, storedText } from './stored.ts'

function remove(access: NodeAccess): void {
  const { node, store, session } = access
  if (node.type === 'DOCUMENT') access.fail('Cannot remove the document')
  if (node.type === 'PAGE' && session.file.pages.length === 1) access.fail('Cannot remove the last page')
  if (node.id === session.file.currentPageId) access.fail('Cannot remove the current page')
  if (isInsideInstance(store, node)) access.fail('Removing this node is not allowed')
  store.remove(node.id)
}

/** What every node has. */
export const baseMembers: Members<BaseNodeMixin> = {
  id: { survivesRemoval: true, get: (access) => access.id },
  removed: { survivesRemoval: true, get: (access) => access.store.node(access.id) === undefined },
  name: storedText('name'),
  parent: {
    get(access) {
      const { parent } = access
      return parent ? access.nodes.wrap<FrameNode>(parent.id) : null
    },
  },
  toString: { call: (access) => access.id },
  remove: { writes: true, call: remove },
  isAsset: { get: () => false },
}

/** What every layer on a page has. */
export const sceneMembers: Members<SceneNodeMixin & Pick<FrameNode, 'getTopLevelFrame'>> = {
  visible: storedFlag('visible'),
  locked: storedFlag('locked'),
  stuckNodes: { get: () => [] },
  attachedConnectors: { get: () => [] },
  componentPropertyReferences: { get: () => null },
  resolvedVariableModes: { get: () => ({}) },
  getTopLevelFrame: {
    call(access) {
      let top: ReturnType<NodeAccess['store']['node']> = access.node
      let frame = top.type === 'FRAME' ? top : undefined
      while (top?.parentId) {
        top = access.store.node(top.parentId)
        if (top?.type === 'FRAME') frame = top
      }
      return frame ? access.nodes.wrap<FrameNode>(frame.id) : undefined
    },
  },
}
