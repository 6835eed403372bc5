import type { NodeModel } from '#playground/figma/node-model.ts'
import type { Scene } from '#playground/figma/scene.ts'
import type { FigmaOptions, SimulatedFigma } from '#playground/figma/simulated-figma.ts'
import { openScene } from '#support/open-scene.ts'
import { canvasScene } from './canvas-scene.ts'

interface CanvasOptions extends Partial<FigmaOptions> {
  readonly scene?: Scene
}

/** Opens a scene and makes it the `figma` that the code of the plugin finds. */
export async function openCanvas({ scene = canvasScene, ...options }: CanvasOptions = {}): Promise<SimulatedFigma> {
  const opened = await openScene(scene, options)
  Object.assign(globalThis, { figma: opened.api })
  return opened
}

/** The node of the document as it is now. */
export function nodeOf({ host }: SimulatedFigma, id: string) {
  const node = host.document.node(id)
  if (!node) throw new Error(`no node ${id}`)
  return node
}

/** A node and all in it, as the person sees them: without what plugins remember on them. */
export function treeOf(canvas: SimulatedFigma, id = '0:1'): Partial<NodeModel>[] {
  const { sharedPluginData: _, relaunchData: __, ...node } = nodeOf(canvas, id)
  return [node, ...node.childIds.flatMap((child) => treeOf(canvas, child))]
}
