import type { FigmaHost } from '../figma/simulated-figma.ts'
import { element } from './element.ts'
import type { Theme } from './theme.ts'

export interface PluginFrame {
  readonly iframe: HTMLIFrameElement
  /** Main to UI. Waits until the window has loaded. */
  post(pluginMessage: unknown): void
  remove(): void
}

/** The sandboxed window of the plugin's UI, and the two ways of its messages. */
export function createPluginFrame(host: FigmaHost, theme: Theme, address: string): PluginFrame {
  const iframe = element('iframe', {
    class: 'plugin-frame',
    title: 'Plugin',
    sandbox: 'allow-scripts allow-popups allow-forms allow-modals allow-downloads',
  })
  const waiting: unknown[] = []
  let loaded = false
  let unfollow = () => {}
  const send = (message: object) => iframe.contentWindow?.postMessage(message, '*')
  const hear = ({ source, data }: MessageEvent<unknown>) => {
    if (source !== iframe.contentWindow || typeof data !== 'object' || data === null) return
    if ('pluginMessage' in data) host.sendToMain(data.pluginMessage)
  }
  addEventListener('message', hear)
  const open = () => {
    loaded = true
    for (const pluginMessage of waiting.splice(0)) send({ pluginMessage })
    unfollow = theme.follow((name) => send({ figmaTheme: name }))
  }
  // The empty frame loads first. The address is no attribute: it is a megabyte long, and whatever describes the
  // element, as developer tools do at every look, would carry it along.
  const start = () => {
    iframe.addEventListener('load', open, { once: true })
    iframe.contentWindow?.location.replace(address)
  }
  iframe.addEventListener('load', start, { once: true })
  return {
    iframe,
    post(pluginMessage) {
      if (loaded) send({ pluginMessage })
      else waiting.push(pluginMessage)
    },
    remove() {
      removeEventListener('message', hear)
      unfollow()
      iframe.remove()
    },
  }
}
