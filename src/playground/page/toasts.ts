import type { FigmaHost } from '../figma/simulated-figma.ts'
import { element } from './element.ts'
import { icon } from './icon.ts'

interface Toast {
  readonly message: string
  readonly error: boolean
  /** The text of a button, and what pressing it does. */
  readonly button?: string | null
  press?(): void
  /** Milliseconds; stays without. */
  readonly timeout?: number
}

export interface Toasts {
  readonly root: HTMLElement
  /** Answers the way to take it away. */
  add(toast: Toast): () => void
}

/** Figma's notifications, at the bottom of the canvas. */
export function createToasts(): Toasts {
  const root = element('div', { class: 'toasts', role: 'status', 'aria-live': 'polite' })
  const add = (toast: Toast) => {
    const item = element('div', { class: toast.error ? 'toast toast-error' : 'toast' })
    const remove = () => item.remove()
    if (toast.error) item.append(icon('warning'))
    item.append(element('span', {}, toast.message))
    if (toast.button)
      item.append(element('button', { class: 'toast-button', click: () => toast.press?.() }, toast.button))
    item.append(element('button', { class: 'icon-button', 'aria-label': 'Dismiss', click: remove }, icon('close')))
    root.append(item)
    if (toast.timeout !== undefined) setTimeout(remove, toast.timeout)
    return remove
  }
  return { root, add }
}

/** Shows what the plugin says with `figma.notify`; the host decides when it ends. */
export function showNotifications(host: FigmaHost, toasts: Toasts): void {
  const open = new Map<number, () => void>()
  host.subscribe((event) => {
    if (event.type === 'notificationClosed') {
      open.get(event.id)?.()
      open.delete(event.id)
    }
    if (event.type !== 'notified') return
    const { id, message, error, button } = event
    open.set(id, toasts.add({ message, error, button, press: () => host.pressNotification(id) }))
  })
}
