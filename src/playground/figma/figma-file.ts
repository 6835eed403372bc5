import type { Rasterizer } from '../render/rasterizer.ts'
import type { RenderScene } from '../render/render-scene.ts'
import type { DocumentStore, Snapshot } from './document-store.ts'
import { History } from './history.ts'
import { ImageStore } from './image-store.ts'
import { nodeChanges } from './node-changes.ts'
import type { NodeModel } from './node-model.ts'
import type { FigmaOptions, HostEvent, StorageBackend, ViewportModel } from './simulated-figma.ts'
import { TaskQueue } from './task-queue.ts'

/** An open document with the app around it. Outlives the runs of the plugin. */
export class FigmaFile {
  readonly options: FigmaOptions
  readonly store: DocumentStore
  readonly history: History
  readonly images: ImageStore
  readonly queue = new TaskQueue()
  readonly storage: StorageBackend
  readOnly: boolean
  latencyMs: number
  currentPageId: string
  viewport: ViewportModel = { center: { x: 0, y: 0 }, zoom: 1, width: 1280, height: 800 }
  private readonly selections = new Map<string, readonly string[]>()
  private readonly listeners = new Set<(event: HostEvent) => void>()
  private changeAnnounced = false
  private announced: Snapshot
  private announcedSelection: readonly string[] = []

  constructor(options: FigmaOptions, store: DocumentStore) {
    this.options = options
    this.store = store
    this.history = new History(store)
    this.images = new ImageStore(options.rasterizer, () => this.announceChange())
    this.storage = options.clientStorage ?? new Map<string, unknown>()
    this.readOnly = options.editorType === 'dev'
    this.latencyMs = options.latencyMs ?? 0
    this.currentPageId = this.pages[0]?.id ?? store.rootId
    this.announced = store.snapshot()
    store.onChange(() => this.announceChange())
  }

  get pages(): readonly NodeModel[] {
    const root = this.store.node(this.store.rootId)
    return root ? this.store.children(root) : []
  }

  get rasterizer(): Rasterizer {
    return this.options.rasterizer
  }

  get renderScene(): RenderScene {
    return { document: this.store, images: (hash) => this.images.drawableOf(hash), rasterizer: this.rasterizer }
  }

  subscribe(listener: (event: HostEvent) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  emit(event: HostEvent): void {
    for (const listener of this.listeners) listener(event)
  }

  /** Ids selected on a page; nodes that are gone have left the selection. */
  selection(pageId: string): readonly string[] {
    return (this.selections.get(pageId) ?? []).filter((id) => this.store.node(id))
  }

  select(pageId: string, ids: readonly string[]): void {
    this.selections.set(pageId, [...new Set(ids)])
    if (pageId === this.currentPageId) this.announceSelection()
  }

  /** Makes a page the current one; says so unless it was already. */
  showPage(id: string): void {
    if (id === this.currentPageId || this.store.node(id)?.type !== 'PAGE') return
    this.currentPageId = id
    this.emit({ type: 'pageChanged', pageId: id })
    this.announceSelection()
  }

  pageOf(id: string): string | null {
    const node = this.store.node(id)
    if (!node || node.type === 'PAGE' || node.parentId === null) return node?.id ?? null
    return this.pageOf(node.parentId)
  }

  /** The time an asynchronous answer takes; never in the same turn. */
  async latency(): Promise<void> {
    await new Promise<void>((resolve) => setTimeout(resolve, this.latencyMs))
  }

  /** One `documentChanged` for all the changes of a turn; nodes that went take the selection with them. */
  private announceChange(): void {
    if (this.changeAnnounced) return
    this.changeAnnounced = true
    queueMicrotask(() => {
      this.changeAnnounced = false
      const before = this.announced
      this.announced = this.store.snapshot()
      this.emit({ type: 'documentChanged', changes: nodeChanges(before, this.announced) })
      const selected = this.selection(this.currentPageId)
      if (selected.length !== this.announcedSelection.length) this.announceSelection()
    })
  }

  private announceSelection(): void {
    this.announcedSelection = this.selection(this.currentPageId)
    this.emit({ type: 'selectionChanged', ids: this.announcedSelection })
  }
}
