/** Red, green, blue and alpha of each pixel, 0..255, row by row. */
export interface Pixels {
  readonly rgba: Uint8Array
  readonly width: number
  readonly height: number
}

/** Brightness 0..255 of the pixel that starts at a byte, as it looks on white. */
export function brightnessAt(rgba: Uint8Array, at: number): number {
  const level = ((rgba[at] ?? 0) + 2 * (rgba[at + 1] ?? 0) + (rgba[at + 2] ?? 0)) / 4
  return 255 + ((level - 255) * (rgba[at + 3] ?? 0)) / 255
}
