import { fail } from '../figma-error.ts'
import { refusesChildren } from '../instance-rules.ts'
import type { NodeRegistry } from '../node-access.ts'
import { defaultProperties } from '../node-defaults.ts'
import type { NodeModel, NodeProperties, NodeType } from '../node-model.ts'
import type { Session } from '../session.ts'
import type { FigmaApi } from '../simulated-figma.ts'

type CreateApi = Pick<
  FigmaApi,
  | 'createRectangle'
  | 'createEllipse'
  | 'createFrame'
  | 'createText'
  | 'createSection'
  | 'createComponent'
  | 'createPage'
  | 'group'
>

/** New nodes, on the current page and on top, as Figma makes them. */
export function createNodesApi(session: Session, nodes: NodeRegistry): CreateApi {
  const { store } = session.file

  function model(type: NodeType, properties: Partial<NodeProperties> = {}): NodeModel {
    return { ...defaultProperties(type), ...properties, type, id: store.nextId(), parentId: null, childIds: [] }
  }

  function create<Node extends BaseNode>(
    member: string,
    type: NodeType,
    properties: Partial<NodeProperties> = {},
    parentId = session.file.currentPageId,
  ): Node {
    session.writing(member)
    const node = model(type, properties)
    store.place(node, parentId)
    return nodes.wrap<Node>(node.id)
  }

  function group(given: readonly BaseNode[], into: BaseNode, index?: number): GroupNode {
    session.writing('group')
    const members = given.map((node) => session.node(nodes.idOf(node) ?? '', 'group'))
    const parent = session.node(nodes.idOf(into) ?? '', 'group')
    if (members.length === 0) fail('group', 'Expected at least one node')
    if (refusesChildren(store, parent)) {
      fail('group', 'Cannot move node. New parent is an instance or is inside of an instance')
    }
    const made = model('GROUP', { fills: [] })
    store.place(made, parent.id, index)
    for (const member of members) store.place(session.node(member.id, 'group'), made.id)
    return nodes.wrap<GroupNode>(made.id)
  }

  return {
    createRectangle: () => create<RectangleNode>('createRectangle', 'RECTANGLE'),
    createEllipse: () => create<EllipseNode>('createEllipse', 'ELLIPSE'),
    createFrame: () => create<FrameNode>('createFrame', 'FRAME'),
    createText: () =>
      create<TextNode>('createText', 'TEXT', { width: 0, height: 14, textAutoResize: 'WIDTH_AND_HEIGHT' }),
    createSection: () => create<SectionNode>('createSection', 'SECTION'),
    createComponent: () => create<ComponentNode>('createComponent', 'COMPONENT'),
    createPage: () => create<PageNode>('createPage', 'PAGE', {}, store.rootId),
    group,
  }
}
