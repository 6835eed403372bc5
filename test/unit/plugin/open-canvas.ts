import type { FigmaOptions, SimulatedFigma } from '#playground/figma/simulated-figma.ts'
import { openScene } from '#support/open-scene.ts'
import { canvasScene } from './canvas-scene.ts'

/** Opens the canvas scene and makes it the `figma` that the code of the plugin finds. */
export async function openCanvas(options: Partial<FigmaOptions> = {}): Promise<SimulatedFigma> {
  const opened = await openScene(canvasScene, options)
  Object.assign(globalThis, { figma: opened.api })
  return opened
}

/** The node of the document as it is now. */
export function nodeOf({ host }: SimulatedFigma, id: string) {
  const node = host.document.node(id)
  if (!node) throw new Error(`no node ${id}`)
  return node
}
