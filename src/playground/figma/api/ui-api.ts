import { cloneMessage } from '../clone-message.ts'
import { fail } from '../figma-error.ts'
import type { NodeRegistry } from '../node-access.ts'
import type { Session } from '../session.ts'
import type { FigmaApi } from '../simulated-figma.ts'
import { join } from './join.ts'

type Api = Pick<FigmaApi, 'showUI' | 'ui'>

const smallestWidth = 70

const windowSize = (width = 300, height = 200) => ({
  width: Math.max(smallestWidth, Math.round(width)),
  height: Math.max(0, Math.round(height)),
})

function messagesApi(
  session: Session,
  nodes: NodeRegistry,
): Pick<UIAPI, 'postMessage' | 'onmessage' | 'on' | 'once' | 'off'> {
  const { file, messages } = session
  let handler: MessageEventHandler | undefined
  return {
    postMessage(pluginMessage) {
      if (!session.uiOpen) fail('postMessage', 'No UI to send a message to')
      const copy = cloneMessage(pluginMessage, 'postMessage', (value) => nodes.idOf(value))
      file.queue.post(() => {
        if (session.uiOpen) file.emit({ type: 'uiMessage', pluginMessage: copy })
      })
    },
    get onmessage() {
      return handler
    },
    set onmessage(next) {
      messages.remove('message', handler)
      handler = next
      if (next) messages.add('message', next)
    },
    on: (type, callback) => messages.add(type, callback),
    once: (type, callback) => messages.add(type, callback, true),
    off: (type, callback) => messages.remove(type, callback),
  }
}

/** The plugin's window and the messages to and from it. */
export function uiApi(session: Session, nodes: NodeRegistry): Api {
  const { file } = session
  const needsUi = (member: string) => {
    if (!session.uiOpen) fail(member, 'The UI is not open')
  }
  const window: Omit<UIAPI, 'postMessage' | 'onmessage' | 'on' | 'once' | 'off'> = {
    show() {
      needsUi('show')
      file.emit({ type: 'uiVisibility', visible: true })
    },
    hide() {
      needsUi('hide')
      file.emit({ type: 'uiVisibility', visible: false })
    },
    resize(width, height) {
      needsUi('resize')
      file.emit({ type: 'uiResized', ...windowSize(width, height) })
    },
    reposition: () => needsUi('reposition'),
    getPosition: () => ({ windowSpace: { x: 0, y: 0 }, canvasSpace: { x: 0, y: 0 } }),
    close() {
      if (!session.uiOpen) return
      session.uiOpen = false
      file.emit({ type: 'uiClosed' })
    },
  }
  const ui: UIAPI = join(window, messagesApi(session, nodes))
  return {
    ui,
    showUI(html, options = {}) {
      if (typeof html !== 'string') fail('showUI', 'Expected "html" to have type string')
      session.uiOpen = true
      file.emit({
        type: 'uiShown',
        html,
        ...windowSize(options.width, options.height),
        title: options.title ?? null,
        themeColors: options.themeColors ?? false,
        visible: options.visible ?? true,
      })
    },
  }
}
