import type { Members } from '../member.ts'
import type { NodeAccess } from '../node-access.ts'
import { failValidation } from './checks.ts'
import { descendants, tree } from './tree-members.ts'

function select(access: NodeAccess, value: unknown): void {
  const { session, id } = access
  const given: readonly unknown[] = Array.isArray(value) ? value : failValidation(access, 'Expected array')
  const ids = given.map((item) => access.argument(item).id)
  if (ids.some((nodeId) => session.file.pageOf(nodeId) !== id)) {
    access.fail('The selection of a page can only include nodes in that page')
  }
  session.file.select(id, ids)
}

export const pageMembers: Members<PageNode> = {
  ...tree,
  selection: {
    edits: false,
    get: (access) => access.session.file.selection(access.id).map((id) => access.nodes.wrap(id)),
    set: select,
  },
  selectedTextRange: { get: () => null },
  backgrounds: { get: () => [{ type: 'SOLID', color: { r: 0.96, g: 0.96, b: 0.96 } }] },
  guides: { get: () => [] },
  isPageDivider: { get: () => false },
  loadAsync: {
    async call(access) {
      await access.session.file.latency()
      access.session.loadedPages.add(access.id)
    },
  },
  on: { call: (access, type, callback) => access.session.events.add(`${type} ${access.id}`, callback) },
  once: { call: (access, type, callback) => access.session.events.add(`${type} ${access.id}`, callback, true) },
  off: { call: (access, type, callback) => access.session.events.remove(`${type} ${access.id}`, callback) },
}

function everything(access: NodeAccess): (PageNode | SceneNode)[] {
  if (!access.session.allPagesLoaded) {
    access.fail('Cannot call with documentAccess: dynamic-page without calling figma.loadAllPagesAsync() first.')
  }
  return descendants(access)
}

const pages = (access: NodeAccess) => access.children.map((page) => access.nodes.wrap<PageNode>(page.id))
const all = () => true

export const documentMembers: Members<DocumentNode> = {
  documentColorProfile: { get: (access) => access.session.file.options.scene.colorProfile ?? 'SRGB' },
  children: { get: (access) => Object.freeze(pages(access)) },
  findChildren: { call: (access, test = all) => pages(access).filter(test) },
  findChild: { call: (access, test) => pages(access).find(test) ?? null },
  findAll: { call: (access, test = all) => everything(access).filter(test) },
  findOne: { call: (access, test) => everything(access).find(test) ?? null },
}
