import type { NodeAccess } from './node-access.ts'

/** A property of a node. Without `set` it is read-only. */
export interface Property<Value> {
  get(access: NodeAccess): Value
  /** The value is what the plugin assigned, not yet checked. */
  set?(access: NodeAccess, value: unknown): void
  /** False: cannot be written inside an instance. */
  readonly overridable?: boolean
  /** False: not an edit of the document; allowed in read-only files, no part of an undo step. */
  readonly edits?: boolean
  /** True: answers for removed nodes too. */
  readonly survivesRemoval?: boolean
}

/** A method of a node. */
export interface Method<Arguments extends readonly unknown[], Result> {
  call(access: NodeAccess, ...values: Arguments): Result
  /** True: an edit, refused in read-only files and part of the undo step. */
  readonly writes?: boolean
  /** False: refused inside an instance. */
  readonly overridable?: boolean
}

/** Members of a node of the real API, by name: a name or a type that the typings do not know does not compile. */
export type Members<Node> = {
  readonly [Name in keyof Node]?: Node[Name] extends (...values: infer Arguments) => infer Result
    ? Method<Arguments, Result>
    : Property<Node[Name]>
}
