import { mainCalls, type Selection, uiEvents } from '#contract/plugin-wire.ts'
import { type Caller, type Channel, createRpc } from '#contract/rpc.ts'

/** Figma's own envelope around messages between the window and the main thread. */
const channel: Channel = {
  post: (message) => window.parent.postMessage({ pluginMessage: message }, '*'),
  on: (listener) =>
    window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (typeof data === 'object' && data !== null && 'pluginMessage' in data) listener(data.pluginMessage)
    }),
}

/** The plugin's other half, called like an object of functions. */
export function connectMain(onSelection: (selection: Selection) => void): Caller<typeof mainCalls> {
  const handlers = {
    selectionChanged: (selection: Selection) => {
      onSelection(selection)
      return {}
    },
  }
  return createRpc(channel, { table: uiEvents, handlers }, mainCalls)
}
