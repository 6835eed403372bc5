import { createApi } from './create-api.ts'
import type { FigmaFile } from './figma-file.ts'
import { NodeObjects } from './node-objects.ts'
import type { Notifications } from './notifications.ts'
import { Session } from './session.ts'
import type { FigmaApi, NodeChangeModel } from './simulated-figma.ts'

/** The plugin's runs on one document, one at a time. */
export class Runs {
  private readonly file: FigmaFile
  private readonly notifications: Notifications
  private session: Session | null = null
  private nodes: NodeObjects | null = null
  private present: FigmaApi

  constructor(file: FigmaFile, notifications: Notifications) {
    this.file = file
    this.notifications = notifications
    this.present = this.start(file.options.command ?? '')
  }

  get api(): FigmaApi {
    return this.present
  }

  start(command: string): FigmaApi {
    this.close()
    const session = new Session(this.file, command)
    this.session = session
    const nodes = new NodeObjects(session)
    this.nodes = nodes
    this.present = createApi(session, nodes, this.notifications, (message) => this.end(session, message))
    return this.present
  }

  close(): void {
    if (this.session) this.end(this.session)
  }

  emitRun(): void {
    const { session } = this
    if (session) session.deliver(session.events, 'run', { command: session.command, parameters: undefined })
  }

  /** The current page is always loaded. */
  showPage(id: string): void {
    this.session?.loadedPages.add(id)
    this.deliver('currentpagechange')
  }

  /** An event of the app, for the running plugin. */
  deliver(type: string): void {
    this.session?.deliver(this.session.events, type)
  }

  /** Tells the handlers of each page what happened there. */
  deliverChanges(changes: readonly NodeChangeModel[]): void {
    const { session, nodes } = this
    if (!session || !nodes) return
    for (const pageId of new Set(changes.map((change) => change.pageId))) {
      const onPage = changes.filter((change) => change.pageId === pageId)
      this.file.queue.post(() => {
        if (session.isClosed) return
        const nodeChanges = onPage.map(({ id, type, nodeType, properties }) => ({
          id,
          type,
          origin: 'LOCAL',
          node: this.file.store.node(id) ? nodes.wrap(id) : { id, type: nodeType, removed: true },
          ...(type === 'PROPERTY_CHANGE' ? { properties: [...properties] } : {}),
        }))
        session.events.call(`nodechange ${pageId}`, { nodeChanges })
      })
    }
  }

  /** A message from the UI. */
  receive(pluginMessage: unknown): void {
    this.session?.deliver(this.session.messages, 'message', pluginMessage, { origin: 'null' })
  }

  private end(session: Session, message?: string): void {
    if (session.isClosed) return
    session.events.call('close')
    session.close()
    if (this.session === session) this.session = null
    if (message !== undefined) this.notifications.show(message)
    if (session.uiOpen) this.file.emit({ type: 'uiClosed' })
    session.uiOpen = false
    this.file.emit({ type: 'pluginClosed' })
  }
}
