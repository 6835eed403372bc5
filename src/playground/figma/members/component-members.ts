import { copyTree, sublayerId } from '../copy-tree.ts'
import type { Members } from '../member.ts'
import type { NodeAccess } from '../node-access.ts'
import type { NodeModel } from '../node-model.ts'

const dynamicPage = (access: NodeAccess, instead: string): never =>
  access.fail(`Cannot call with documentAccess: dynamic-page. Use node.${instead} instead.`)

function createInstance(access: NodeAccess): InstanceNode {
  const { store, session, node } = access
  const id = store.nextId()
  const [root, ...inner] = copyTree(store, node, (original) =>
    original.id === node.id ? id : sublayerId(id, original.id),
  )
  const instance: NodeModel = { ...root, type: 'INSTANCE', mainComponentId: node.id, pluginData: {}, relaunchData: {} }
  store.load(inner)
  store.place(instance, session.file.currentPageId)
  return access.nodes.wrap<InstanceNode>(id)
}

export const componentMembers: Members<ComponentNode> = {
  createInstance: { writes: true, call: createInstance },
  instances: { get: (access) => dynamicPage(access, 'getInstancesAsync') },
  remote: { get: () => false },
  key: { get: (access) => `key-${access.id}` },
  description: { get: () => '' },
}

export const instanceMembers: Members<InstanceNode> = {
  mainComponent: {
    get: (access) => dynamicPage(access, 'getMainComponentAsync'),
    set: (access) => dynamicPage(access, 'swapComponent'),
  },
  getMainComponentAsync: {
    async call(access) {
      const { mainComponentId } = access.node
      await access.session.file.latency()
      if (mainComponentId === null || !access.store.node(mainComponentId)) return null
      return access.nodes.wrap<ComponentNode>(mainComponentId)
    },
  },
  scaleFactor: { get: () => 1 },
  isExposedInstance: { get: () => false },
  exposedInstances: { get: () => [] },
}
