import { mainCalls, type Selection, uiEvents } from '#contract/plugin-wire.ts'
import { createRpc } from '#contract/rpc.ts'
import type { FigmaOptions } from '#playground/figma/simulated-figma.ts'
import { type Lane, runBundle } from '#support/run-bundle.ts'
import { heroScene } from './hero-scene.ts'

/** Runs the built plugin on the hero scene, with the window's end of the wire in the test's hands. */
export async function openPlugin(lane: Lane, options: Partial<FigmaOptions> = {}) {
  const bundle = await runBundle({ lane, scene: heroScene, ...options })
  const selections: Selection[] = []
  const main = createRpc(
    {
      post: (message) => bundle.toMain(message),
      on: (listener) => {
        bundle.figma.host.subscribe((event) => {
          if (event.type === 'uiMessage') listener(event.pluginMessage)
        })
      },
    },
    {
      table: uiEvents,
      handlers: {
        selectionChanged: (selection) => {
          selections.push(selection)
          return {}
        },
      },
    },
    mainCalls,
  )
  return { ...bundle, main, selections }
}
