import { createFigma } from '#playground/figma/create-figma.ts'
import type { Scene } from '#playground/figma/scene.ts'
import type { FigmaOptions, SimulatedFigma } from '#playground/figma/simulated-figma.ts'
import { nodeRasterizer } from './node-rasterizer.ts'

/** The simulated Figma with this scene open, drawing with Skia in Node. */
export function openScene(scene: Scene, options: Partial<FigmaOptions> = {}): Promise<SimulatedFigma> {
  return createFigma({ rasterizer: nodeRasterizer, ...options, scene })
}
