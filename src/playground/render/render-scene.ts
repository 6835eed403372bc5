import type { DocumentModel } from '../figma/node-model.ts'
import type { ImageLookup } from './paint-style.ts'
import type { Rasterizer } from './rasterizer.ts'

/** Everything drawing needs besides the canvas: the same three things in a browser and in Node. */
export interface RenderScene {
  readonly document: DocumentModel
  readonly images: ImageLookup
  readonly rasterizer: Rasterizer
}
