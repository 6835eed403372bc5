import { readFileSync } from 'node:fs'
import { newQuickJSWASMModule } from 'quickjs-emscripten'
import type { Scene } from '#playground/figma/scene.ts'
import type { FigmaOptions, SimulatedFigma } from '#playground/figma/simulated-figma.ts'
import { openQuickjs } from '#playground/host/quickjs-host.ts'
import { type PluginRun, runPlugin } from '#playground/host/run-plugin.ts'
import type { OpenSandbox } from '#playground/host/sandbox.ts'
import { openNodeVm } from './node-vm-sandbox.ts'
import { openScene } from './open-scene.ts'

/** `quickjs` is Figma's kind of engine; `vm` is V8, which shows unhandled rejections. */
export type Lane = 'quickjs' | 'vm'

const lanes: Record<Lane, () => Promise<OpenSandbox>> = {
  quickjs: async () => openQuickjs(await newQuickJSWASMModule()),
  vm: async () => openNodeVm,
}

interface BundleOptions extends Partial<FigmaOptions> {
  readonly lane: Lane
  readonly scene: Scene
  /** The program; the built main.js when left out. */
  readonly code?: string
  /** What `__html__` holds; the built ui.js when left out. */
  readonly html?: string
}

export interface RunningBundle {
  readonly figma: SimulatedFigma
  /** What main posted to the UI, oldest first. */
  readonly fromMain: readonly unknown[]
  /** Promises that were rejected with nobody listening (all of them in the `vm` lane, some in `quickjs`), and errors of timers. */
  readonly unhandled: readonly unknown[]
  /** Lines of the plugin's console, `level: text`. */
  readonly console: readonly string[]
  toMain(pluginMessage: unknown): void
  close(): void
}

const built = (name: string) => readFileSync(new URL(`../../build/${name}`, import.meta.url), 'utf8')

/** Opens a scene and runs a plugin in it: the built one, byte for byte, unless told otherwise. */
export async function runBundle({ lane, scene, code, html, ...options }: BundleOptions): Promise<RunningBundle> {
  const figma = await openScene(scene, options)
  const fromMain: unknown[] = []
  const unhandled: unknown[] = []
  const lines: string[] = []
  let run: PluginRun | undefined
  let ended = false
  const note = (reason: unknown) => {
    unhandled.push(reason)
  }
  const unsubscribe = figma.host.subscribe((event) => {
    if (event.type === 'uiMessage') fromMain.push(event.pluginMessage)
    if (event.type !== 'pluginClosed') return
    ended = true
    run?.dispose()
  })
  process.on('unhandledRejection', note)
  const open = await lanes[lane]()
  run = runPlugin(open, {
    code: code ?? built('main.js'),
    html: html ?? built('ui.js'),
    figma: figma.api,
    log: (level, text) => lines.push(`${level}: ${text}`),
    onError: note,
  })
  const close = () => {
    unsubscribe()
    process.off('unhandledRejection', note)
    run?.dispose()
  }
  // A plugin may close itself in its first lines.
  if (ended) run.dispose()
  figma.host.emitRun()
  return { figma, fromMain, unhandled, console: lines, toMain: (message) => figma.host.sendToMain(message), close }
}
