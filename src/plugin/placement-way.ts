import type { Before } from '#domain/before.ts'
import type { FillPlace } from '#domain/edit.ts'

/** A picture Figma has taken in, ready to be shown by a fill. */
export interface Picture {
  imageHash: string
  /** Pixels. */
  width: number
  height: number
  /** Name for a new layer that shows it. */
  layerName: string
}

export interface Asked {
  /** The fill the picture was made from; null when it was made from none. */
  fill: FillPlace | null
  /** The job the picture is of. */
  jobId: string
}

/** The layer that shows the picture, a sentence that says so, and what stood there before. */
export interface Placed {
  node: SceneNode
  said: string
  before: Before[]
}

/** One way to place a picture on or near a layer of the current page. */
export type PlacementWay = (target: SceneNode, picture: Picture, asked: Asked) => Placed | Promise<Placed>
