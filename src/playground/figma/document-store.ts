import { type Box, boxAfter, intersection, union } from '../render/matrix.ts'
import { isTransparentContainer, relativeTransform } from '../render/node-geometry.ts'
import { autoLayout } from './auto-layout.ts'
import type { DocumentModel, NodeModel, NodeProperties } from './node-model.ts'

type Nodes = Map<string, NodeModel>

export type MeasureText = (node: NodeModel) => { readonly width: number; readonly height: number }

/** The box of what is left of the shapes: a boolean operation can be smaller than they are together. */
function combine({ type, booleanOperation }: NodeModel, boxes: readonly Box[]): Box | null {
  const [first, ...others] = boxes
  if (type !== 'BOOLEAN_OPERATION' || !first) return union(boxes)
  if (booleanOperation === 'SUBTRACT') return first
  if (booleanOperation !== 'INTERSECT') return union(boxes)
  return others.reduce<Box | null>((left, box) => left && intersection(left, box), first)
}

/** The whole document at one moment; equal by identity when nothing changed in between. */
export type Snapshot = ReadonlyMap<string, NodeModel>

const differs = (value: NodeModel, patch: Partial<NodeProperties>): boolean =>
  Object.entries(patch).some(([key, next]) => Reflect.get(value, key) !== next)

/**
 * The document as a map of immutable nodes. Every change keeps auto layout and the boxes of groups true. A snapshot
 * is the map itself: the next change copies it first.
 */
export class DocumentStore implements DocumentModel {
  readonly rootId: string
  private readonly measureText: MeasureText
  private nodes: Nodes = new Map()
  private shared = false
  private serial = 1
  private readonly usedIds = new Set<string>()
  private readonly listeners = new Set<() => void>()

  constructor(root: NodeModel, measureText: MeasureText) {
    this.measureText = measureText
    this.rootId = root.id
    this.put(root)
  }

  node(id: string): NodeModel | undefined {
    return this.nodes.get(id)
  }

  children(node: NodeModel): readonly NodeModel[] {
    return node.childIds.flatMap((id) => this.nodes.get(id) ?? [])
  }

  onChange(listener: () => void): void {
    this.listeners.add(listener)
  }

  /** Keeps ids from being made up: those a scene names itself. */
  reserve(ids: Iterable<string>): void {
    for (const id of ids) this.usedIds.add(id)
  }

  /** An id that no node has or ever had. */
  nextId(): string {
    do this.serial += 1
    while (this.usedIds.has(`1:${this.serial}`))
    return `1:${this.serial}`
  }

  snapshot(): Snapshot {
    this.shared = true
    return this.nodes
  }

  restore(snapshot: Snapshot): void {
    this.nodes = new Map(snapshot)
    this.shared = false
    this.announce()
  }

  /** A whole tree at once, laid out from the leaves up. */
  load(nodes: readonly NodeModel[]): void {
    for (const node of nodes) this.put(node)
    for (const node of nodes.toReversed()) this.settle(node.id)
  }

  write(id: string, patch: Partial<NodeProperties>): void {
    const node = this.nodes.get(id)
    if (!node || !differs(node, patch)) return
    this.put({ ...node, ...patch })
    this.settle(id)
    this.announce()
  }

  /** Adds a node with its place, or moves one that is there. The index counts after the node has left its old place. */
  place(node: NodeModel, parentId: string, index = Number.POSITIVE_INFINITY): void {
    const before = this.nodes.get(node.id)?.parentId
    this.unlink(node.id)
    const parent = this.nodes.get(parentId)
    if (!parent) return
    const childIds = [...parent.childIds]
    childIds.splice(Math.min(Math.max(0, index), childIds.length), 0, node.id)
    this.put({ ...parent, childIds })
    this.put({ ...node, parentId, gridCell: before && before !== parentId ? null : node.gridCell })
    if (before && before !== parentId) this.settleOrDrop(before)
    this.settle(node.id)
    this.announce()
  }

  remove(id: string): void {
    const node = this.nodes.get(id)
    if (!node) return
    this.unlink(id)
    this.forget(node)
    if (node.parentId) this.settleOrDrop(node.parentId)
    this.announce()
  }

  private forget(node: NodeModel): void {
    for (const child of this.children(node)) this.forget(child)
    this.own().delete(node.id)
  }

  private unlink(id: string): void {
    const parent = this.nodes.get(this.nodes.get(id)?.parentId ?? '')
    if (parent) this.put({ ...parent, childIds: parent.childIds.filter((childId) => childId !== id) })
  }

  /** The map, safe to change. */
  private own(): Nodes {
    if (this.shared) this.nodes = new Map(this.nodes)
    this.shared = false
    return this.nodes
  }

  private put(node: NodeModel): void {
    this.usedIds.add(node.id)
    this.own().set(node.id, node)
  }

  /** A group that lost its last child goes away, as in Figma. */
  private settleOrDrop(id: string): void {
    const node = this.nodes.get(id)
    if (node && isTransparentContainer(node) && node.childIds.length === 0) this.remove(id)
    else this.settle(id)
  }

  /** Lays out the node and then every ancestor. */
  private settle(id: string): void {
    const node = this.nodes.get(id)
    if (!node) return
    this.fitText(node)
    this.layout(node)
    this.fitGroup(node)
    if (node.parentId) this.settle(node.parentId)
  }

  /** Texts that size themselves take the size of their words. */
  private fitText(node: NodeModel): void {
    if (node.type !== 'TEXT' || (node.textAutoResize !== 'WIDTH_AND_HEIGHT' && node.textAutoResize !== 'HEIGHT')) return
    const size = this.measureText(node)
    if (differs(node, size)) this.put({ ...node, ...size })
  }

  /** Once more when a text got another height from its new width. */
  private layout(frame: NodeModel, again = true): void {
    let refit = false
    for (const { id, patch } of autoLayout(frame, this.children(frame))) {
      const node = this.nodes.get(id)
      if (!node || !differs(node, patch)) continue
      const next = { ...node, ...patch }
      this.put(next)
      if (id === frame.id || (node.width === next.width && node.height === next.height)) continue
      this.fitText(next)
      refit ||= this.nodes.get(id) !== next
      this.layout(next)
    }
    const settled = this.nodes.get(frame.id)
    if (refit && again && settled) this.layout(settled, false)
  }

  private fitGroup(node: NodeModel): void {
    if (!isTransparentContainer(node) || node.pathData !== '') return
    const shown = node.type === 'BOOLEAN_OPERATION' ? this.children(node).filter(({ visible }) => visible) : null
    const boxes = (shown ?? this.children(node)).map((child) =>
      boxAfter({ x: 0, y: 0, width: child.width, height: child.height }, relativeTransform(child)),
    )
    const box = combine(node, boxes)
    if (box && differs(node, box)) this.put({ ...node, ...box })
  }

  private announce(): void {
    for (const listener of this.listeners) listener()
  }
}
