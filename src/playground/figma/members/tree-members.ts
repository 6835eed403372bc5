import { isInsideInstance, refusesChildren } from '../instance-rules.ts'
import type { Members } from '../member.ts'
import type { NodeAccess } from '../node-access.ts'
import type { NodeModel } from '../node-model.ts'

function isWithin(access: NodeAccess, node: NodeModel, ancestorId: string): boolean {
  if (node.id === ancestorId) return true
  const parent = access.store.node(node.parentId ?? '')
  return parent !== undefined && isWithin(access, parent, ancestorId)
}

/** Puts a child in, after all of Figma's refusals. */
export function putChild(access: NodeAccess, value: unknown, index?: number): void {
  const child = access.argument(value)
  const { node: parent, store } = access
  if (refusesChildren(store, parent)) {
    access.fail('Cannot move node. New parent is an instance or is inside of an instance')
  }
  if (isInsideInstance(store, child)) access.fail('Cannot move node. The node is inside of an instance')
  if (isWithin(access, parent, child.id)) access.fail('Cannot move node. New parent is a descendant of the node')
  const needsDocument = child.type === 'PAGE'
  if (needsDocument !== (parent.type === 'DOCUMENT')) access.fail('Cannot move node. Only pages go into the document')
  if (child.type === 'SECTION' && parent.type !== 'PAGE' && parent.type !== 'SECTION') {
    access.fail('Cannot move node. A section can only be in a page or a section')
  }
  if (index !== undefined && (!Number.isInteger(index) || index < 0 || index > parent.childIds.length)) {
    access.fail(`Cannot insert child at index ${index}. The parent has ${parent.childIds.length} children`)
  }
  store.place(child, parent.id, index)
}

/** Children as the plugin sees them; on a page, only once it is loaded. */
function readChildren(access: NodeAccess): readonly NodeModel[] {
  const { node, session } = access
  if (node.type === 'PAGE') session.requireLoaded(node.id, access.member, 'children')
  const { skipInvisibleInstanceChildren } = session
  const inInstance = node.type === 'INSTANCE' || isInsideInstance(access.store, node)
  return access.children.filter((child) => child.visible || !(skipInvisibleInstanceChildren && inInstance))
}

/** All descendants, parents before their children. */
export function descendants(access: NodeAccess): SceneNode[] {
  const visit = (nodes: readonly NodeModel[]): NodeModel[] =>
    nodes.flatMap((node) => [node, ...visit(access.store.children(node))])
  return access.wrapAll(visit(readChildren(access)))
}

const all = () => true

export const tree: Members<ChildrenMixin> = {
  children: { get: (access) => Object.freeze(access.wrapAll(readChildren(access))) },
  appendChild: { writes: true, call: (access, child) => putChild(access, child) },
  insertChild: { writes: true, call: (access, index, child) => putChild(access, child, index) },
  findChildren: { call: (access, test = all) => access.wrapAll(readChildren(access)).filter(test) },
  findChild: { call: (access, test) => access.wrapAll(readChildren(access)).find(test) ?? null },
  findAll: { call: (access, test = all) => descendants(access).filter(test) },
  findOne: { call: (access, test) => descendants(access).find(test) ?? null },
  findAllWithCriteria: {
    call(access, criteria) {
      const types: readonly string[] | undefined = criteria.types
      return descendants(access).filter((node) => types === undefined || types.includes(node.type))
    },
  },
}
