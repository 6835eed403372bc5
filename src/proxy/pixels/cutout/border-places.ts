import type { Rgba } from './rgba.ts'

/** The bytes at which pixels of a thin frame along the border start, some thousands of them. */
export function borderPlaces({ width, height }: Rgba): number[] {
  const places: number[] = []
  const step = Math.max(1, Math.floor((width + height) / 1000))
  for (const inset of [0, 1, 2].map((line) => Math.min(line * 2, (Math.min(width, height) - 1) >> 1))) {
    for (let x = 0; x < width; x += step) places.push(inset * width + x, (height - 1 - inset) * width + x)
    for (let y = 0; y < height; y += step) places.push(y * width + inset, y * width + width - 1 - inset)
  }
  return places.map((place) => place * 4)
}
