import type { QuickJSWASMModule } from 'quickjs-emscripten'
import type { HostEvent, SimulatedFigma } from '../figma/simulated-figma.ts'
import { openQuickjs } from '../host/quickjs-host.ts'
import { type PluginRun, runPlugin } from '../host/run-plugin.ts'
import { frameAddress } from './frame-document.ts'
import type { PluginFiles } from './plugin-files.ts'
import { createPluginFrame, type PluginFrame } from './plugin-frame.ts'
import { createPluginWindow } from './plugin-window.ts'
import type { Theme } from './theme.ts'
import type { Toasts } from './toasts.ts'

export interface PluginSurroundings {
  readonly figma: SimulatedFigma
  readonly files: PluginFiles
  readonly theme: Theme
  readonly themeCss: string
  readonly proxyUrl: string
  readonly quickjs: QuickJSWASMModule
  readonly toasts: Toasts
}

export interface PluginController {
  readonly root: HTMLElement
  /** Ends the plugin when it runs, and starts it anew. */
  run(command?: string): void
  /** Pixels of the canvas's right side under the plugin's window. */
  covered(): number
}

const levels: Record<string, 'log' | 'warn' | 'error'> = { warn: 'warn', error: 'error' }
const log = (level: string, text: string) => console[levels[level] ?? 'log'](`[plugin] ${text}`)

/** Runs the built plugin, and shows the window it asks for. */
export function createPluginController(around: PluginSurroundings): PluginController {
  const { figma, files, theme, toasts } = around
  const window = createPluginWindow(figma.host)
  let started = false
  let ended = false
  let current: PluginRun | undefined
  let frame: PluginFrame | undefined
  const tell = (error: unknown) => {
    toasts.add({ message: error instanceof Error ? error.message : String(error), error: true })
    console.error(error)
  }
  const closeUi = () => {
    frame?.remove()
    frame = undefined
    window.hide()
  }
  const showUi = (event: Extract<HostEvent, { type: 'uiShown' }>) => {
    closeUi()
    const css = event.themeColors ? around.themeCss : ''
    try {
      const { manifest } = files
      const address = frameAddress({ html: event.html, manifest, proxyUrl: around.proxyUrl, theme: theme.name, css })
      frame = createPluginFrame(figma.host, theme, address)
      window.show(frame.iframe, event.title ?? manifest.name, event.width, event.height)
      window.setVisible(event.visible)
    } catch (error) {
      tell(error)
    }
  }
  const end = () => {
    ended = true
    closeUi()
    current?.dispose()
    current = undefined
  }
  figma.host.subscribe((event) => {
    if (event.type === 'uiShown') showUi(event)
    if (event.type === 'uiResized') window.resize(event.width, event.height)
    if (event.type === 'uiVisibility') window.setVisible(event.visible)
    if (event.type === 'uiMessage') frame?.post(event.pluginMessage)
    if (event.type === 'uiClosed') closeUi()
    if (event.type === 'pluginClosed') end()
  })
  const run = (command?: string) => {
    const api = started ? figma.host.restart(command) : figma.api
    end()
    started = true
    ended = false
    try {
      current = runPlugin(openQuickjs(around.quickjs), { ...files, figma: api, log, onError: tell })
      // A plugin may close itself in its first lines.
      if (ended) end()
      else figma.host.emitRun()
    } catch (error) {
      tell(error)
    }
  }
  return { root: window.root, run, covered: window.covered }
}
