/** A row of pixels and the one above it. */
export interface PngRow {
  data: Uint8Array
  /** Where the row starts in `data`. */
  at: number
  above: Uint8Array
  up: number
  /** Bytes of the row, and of a pixel. */
  length: number
  bytes: number
}
