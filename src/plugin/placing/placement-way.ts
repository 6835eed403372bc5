import type { Before } from '#domain/before.ts'
import type { FillPlace } from '#domain/edits/edit.ts'

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

export interface Placed {
  /** The layer that shows the picture. */
  node: SceneNode
  /** A sentence that says so. */
  said: string
  /** What stood there before; null when the picture was there already. */
  before: Before[] | null
}

/** One way to place a picture on or near a layer of the current page. */
export type PlacementWay = (target: SceneNode, picture: Picture, asked: Asked) => Placed | Promise<Placed>
