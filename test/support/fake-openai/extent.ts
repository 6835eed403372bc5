/** Pixels. */
export interface Extent {
  width: number
  height: number
}
