import { isInsideInstance } from './instance-rules.ts'
import type { Method, Property } from './member.ts'
import { NodeAccess, type NodeRegistry } from './node-access.ts'
import { nodeMembers } from './node-members.ts'
import type { NodeType } from './node-model.ts'
import type { Session } from './session.ts'

type AnyMethod = Method<readonly unknown[], unknown>
type AnyProperty = Property<unknown>

const isMethod = (member: AnyMethod | AnyProperty): member is AnyMethod => 'call' in member

/**
 * The node objects a plugin holds. Plain objects without own properties: everything is an accessor or a method of one
 * prototype per type, and every access asks the document for the present state.
 */
export class NodeObjects implements NodeRegistry {
  private readonly session: Session
  private readonly prototypes = new Map<NodeType, object>()
  private readonly objects = new Map<string, object>()
  private readonly ids = new WeakMap<object, string>()

  constructor(session: Session) {
    this.session = session
  }

  /** The same object for the same id. The type argument is the caller's knowledge of the node's type. */
  wrap<Node extends BaseNode = SceneNode>(id: string): Node {
    const known = this.objects.get(id)
    if (known) return known as Node
    const { type } = this.session.node(id, 'getNodeById')
    const object: object = Object.preventExtensions(Object.create(this.prototypeOf(type)))
    this.objects.set(id, object)
    this.ids.set(object, id)
    return object as Node
  }

  idOf(value: unknown): string | undefined {
    return typeof value === 'object' && value !== null ? this.ids.get(value) : undefined
  }

  private prototypeOf(type: NodeType): object {
    const known = this.prototypes.get(type)
    if (known) return known
    const prototype: object = Object.create(null, { type: { value: type, enumerable: true } })
    const members: [string, AnyMethod | AnyProperty][] = Object.entries(nodeMembers[type])
    for (const [name, member] of members) {
      Object.defineProperty(prototype, name, isMethod(member) ? this.method(name, member) : this.property(name, member))
    }
    this.prototypes.set(type, prototype)
    return prototype
  }

  private access(object: object, member: string): NodeAccess {
    return new NodeAccess(this.session, this, this.ids.get(object) ?? '', member)
  }

  /** Passes every guard of a read; the node must be there. */
  private reading(object: object, member: string): NodeAccess {
    this.session.reading(member)
    const access = this.access(object, member)
    this.session.node(access.id, member)
    return access
  }

  private writing(object: object, member: string, rules: Pick<AnyProperty, 'overridable' | 'edits'>): NodeAccess {
    const access = this.reading(object, member)
    if (rules.edits !== false) this.session.writing(member)
    if (rules.overridable === false && isInsideInstance(access.store, access.node)) {
      access.fail('This property cannot be overriden on an instance')
    }
    return access
  }

  private method(name: string, member: AnyMethod): PropertyDescriptor {
    const open = (object: object) => (member.writes ? this.writing(object, name, member) : this.reading(object, name))
    return {
      enumerable: true,
      value(this: object, ...values: readonly unknown[]) {
        return member.call(open(this), ...values)
      },
    }
  }

  private property(name: string, member: AnyProperty): PropertyDescriptor {
    const { set } = member
    const read = (object: object) => {
      if (!member.survivesRemoval) return member.get(this.reading(object, `get_${name}`))
      this.session.reading(`get_${name}`)
      return member.get(this.access(object, `get_${name}`))
    }
    const write = (object: object, value: unknown) => set?.(this.writing(object, `set_${name}`, member), value)
    return {
      enumerable: true,
      get(this: object) {
        return read(this)
      },
      ...(set
        ? {
            set(this: object, value: unknown) {
              write(this, value)
            },
          }
        : {}),
    }
  }
}
