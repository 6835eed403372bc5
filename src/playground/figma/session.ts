import { fail } from './figma-error.ts'
import type { FigmaFile } from './figma-file.ts'
import { Listeners } from './listeners.ts'
import type { NodeModel } from './node-model.ts'

/** One run of the plugin on an open document: what ends with it, and the guards every call passes. */
export class Session {
  readonly file: FigmaFile
  readonly command: string
  readonly mixed: PluginAPI['mixed']
  /** Handlers given to `figma.on`, by event. */
  readonly events = new Listeners()
  /** Handlers given to `figma.ui.on`. */
  readonly messages = new Listeners()
  readonly loadedPages: Set<string>
  readonly loadedFonts = new Set<string>()
  allPagesLoaded = false
  skipInvisibleInstanceChildren = false
  uiOpen = false
  private closed = false

  constructor(file: FigmaFile, command: string) {
    this.file = file
    this.command = command
    this.mixed = Symbol('figma.mixed') as PluginAPI['mixed']
    this.loadedPages = new Set([file.currentPageId])
  }

  get isClosed(): boolean {
    return this.closed
  }

  close(): void {
    this.closed = true
    this.file.history.commit()
  }

  reading(member: string): void {
    if (this.closed) fail(member, 'Cannot call a method after figma.closePlugin()')
  }

  writing(member: string): void {
    this.reading(member)
    if (this.file.readOnly) fail(member, 'Cannot write to internal and read-only nodes')
    this.file.history.beginStep()
  }

  /** The present state of a node; throws when it is gone. */
  node(id: string, member: string): NodeModel {
    const node = this.file.store.node(id)
    if (node) return node
    const kind = id.startsWith('I') ? 'node (instance sublayer or table cell)' : 'node'
    return fail(member, `The ${kind} with id "${id}" does not exist`)
  }

  isLoaded(pageId: string): boolean {
    return this.allPagesLoaded || this.loadedPages.has(pageId)
  }

  /** Throws for pages the plugin has not loaded; `what` is the thing it reached for. */
  requireLoaded(pageId: string, member: string, what: string): void {
    if (this.isLoaded(pageId)) return
    fail(
      member,
      `Cannot access ${what} on a page that has not been explicitly loaded. ` +
        'Remember to call `await page.loadAsync()` or `await figma.loadAllPagesAsync()` first',
    )
  }

  /** Delivers an event later, unless the plugin has ended by then. */
  deliver(listeners: Listeners, type: string, ...values: readonly unknown[]): void {
    this.file.queue.post(() => {
      if (!this.closed) listeners.call(type, ...values)
    })
  }
}
