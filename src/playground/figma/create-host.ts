import { exportNode } from '../render/export-node.ts'
import { cloneMessage } from './clone-message.ts'
import type { FigmaFile } from './figma-file.ts'
import { moveBy } from './move-node.ts'
import type { Notifications } from './notifications.ts'
import type { Runs } from './runs.ts'
import type { FigmaHost } from './simulated-figma.ts'

/** The app around the document, for a page or a test. */
export function createHost(file: FigmaFile, runs: Runs, notifications: Notifications): FigmaHost {
  const { store, history } = file
  const edit = (id: string, change: () => void) => {
    if (store.node(id)) history.edit(change)
  }
  return {
    document: store,
    get pageIds() {
      return file.pages.map((page) => page.id)
    },
    get currentPageId() {
      return file.currentPageId
    },
    get selection() {
      return file.selection(file.currentPageId)
    },
    get viewport() {
      return file.viewport
    },
    image: (hash) => file.images.drawableOf(hash),
    select: (ids) => file.select(file.currentPageId, ids),
    setCurrentPage: (id) => file.showPage(id),
    setViewport(viewport) {
      file.viewport = { ...file.viewport, ...viewport }
      file.emit({ type: 'viewportChanged', viewport: file.viewport })
    },
    remove: (id) => edit(id, () => store.remove(id)),
    rename: (id, name) => edit(id, () => store.write(id, { name })),
    move(id, x, y) {
      const node = store.node(id)
      if (node) edit(id, () => moveBy(store, id, x - node.x, y - node.y))
    },
    setReadOnly(on) {
      file.readOnly = on
    },
    setLatency(milliseconds) {
      file.latencyMs = milliseconds
    },
    undo: () => history.undo(),
    redo: () => history.redo(),
    sendToMain: (pluginMessage) => runs.receive(cloneMessage(pluginMessage, 'postMessage')),
    closeUi: () => runs.close(),
    pressNotification: (id) => notifications.press(id),
    emitRun: () => runs.emitRun(),
    restart: (command) => runs.start(command ?? ''),
    async exportNode(id, settings = { format: 'PNG' }) {
      const node = store.node(id)
      if (!node) throw new Error(`The node with id "${id}" does not exist`)
      await file.images.ready()
      return exportNode(node, file.renderScene, settings)
    },
    subscribe: (listener) => file.subscribe(listener),
    idle: () => file.queue.idle(),
  }
}
