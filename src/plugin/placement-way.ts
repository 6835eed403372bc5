/** A picture Figma has taken in, ready to be shown by a fill. */
export interface Picture {
  imageHash: string
  /** Pixels. */
  width: number
  height: number
  /** Name for a new layer that shows it. */
  layerName: string
}

/** The layer that shows the picture, and a sentence that says so. */
export interface Placed {
  node: SceneNode
  said: string
}

/** One way to place a picture on or near a layer of the current page. */
export type PlacementWay = (target: SceneNode, picture: Picture) => Placed | Promise<Placed>
