import type { DocumentStore } from './document-store.ts'
import { fail } from './figma-error.ts'
import type { NodeModel, NodeProperties } from './node-model.ts'
import type { Session } from './session.ts'

/** Turns ids into the objects a plugin holds, and back. */
export interface NodeRegistry {
  wrap<Node extends BaseNode = SceneNode>(id: string): Node
  /** Undefined for what is not a node. */
  idOf(value: unknown): string | undefined
}

/** What one access to one member of one node may use. */
export class NodeAccess {
  readonly session: Session
  readonly nodes: NodeRegistry
  readonly id: string
  /** As it appears in errors: `set_fills`, `appendChild`. */
  readonly member: string

  constructor(session: Session, nodes: NodeRegistry, id: string, member: string) {
    this.session = session
    this.nodes = nodes
    this.id = id
    this.member = member
  }

  /** The present state. */
  get node(): NodeModel {
    return this.session.node(this.id, this.member)
  }

  get store(): DocumentStore {
    return this.session.file.store
  }

  get children(): readonly NodeModel[] {
    return this.store.children(this.node)
  }

  get parent(): NodeModel | undefined {
    return this.store.node(this.node.parentId ?? '')
  }

  write(patch: Partial<NodeProperties>): void {
    this.store.write(this.id, patch)
  }

  fail(text: string): never {
    return fail(this.member, text)
  }

  /** The state behind a node the plugin passed as an argument. */
  argument(value: unknown): NodeModel {
    const id = this.nodes.idOf(value)
    return id === undefined ? this.fail('Expected a node') : this.session.node(id, this.member)
  }

  wrapAll(nodes: readonly NodeModel[]): SceneNode[] {
    return nodes.map((node) => this.nodes.wrap(node.id))
  }
}
