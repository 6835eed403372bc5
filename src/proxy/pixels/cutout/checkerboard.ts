import { inBands } from '../in-bands.ts'
import type { Rgba } from './rgba.ts'

/** Edges of the squares, in pixels. */
const SMALLEST = 4
const LARGEST = 64

/** Windows lie along the border, so many a side; large ones for large squares, small ones where the subject leaves little room. */
const WINDOWS = [192, 96]
const A_SIDE = 5

/** So many of the windows that could be judged must show it. */
const LEAST_WINDOWS = 3
const LEAST_SHARE = 0.25

/** Standard deviation of the brightness: what is painted for “transparent” is two near greys; a chessboard has more contrast. */
const CONTRAST = { least: 3, most: 75 }

/** Difference of the channels up to which a pixel is grey, and the share of a window that must be. */
const GREY = 24
const LEAST_GREY = 0.6
const COLOURED = -1

/** How much alike brightness must be two squares on, and how opposite one square on, −1..1. */
const ALIKE = 0.7
const OPPOSITE = -0.72

/** Whether squares of two greys are painted up to the border, as if there were transparency. A pattern that stays inside does not count. */
export async function hasCheckerboard(pixels: Rgba): Promise<boolean> {
  for (const edge of WINDOWS) if (await isShown(pixels, edge)) return true
  return false
}

async function isShown(pixels: Rgba, edge: number): Promise<boolean> {
  const windows = borderWindows(pixels, edge)
  let [judged, shown] = [0, 0]
  // A window is compared with itself so many times that each takes a turn of its own.
  await inBands({ width: edge ** 2 * LARGEST, height: windows.length }, (first, end) => {
    for (const { x, y } of windows.slice(first, end)) {
      const window = greyWindow(pixels, x, y, edge)
      if (window === 'unseen') continue
      judged += 1
      if (window !== null && isCheckered(window, edge)) shown += 1
    }
  })
  return shown >= Math.max(LEAST_WINDOWS, judged * LEAST_SHARE)
}

function borderWindows({ width, height }: Rgba, edge: number): { x: number; y: number }[] {
  if (Math.min(width, height) < edge) return []
  const across = Array.from({ length: A_SIDE }, (_, i) => Math.round(((width - edge) * i) / (A_SIDE - 1)))
  const down = Array.from({ length: A_SIDE }, (_, i) => Math.round(((height - edge) * i) / (A_SIDE - 1)))
  return [
    ...across.flatMap((x) => [
      { x, y: 0 },
      { x, y: height - edge },
    ]),
    ...down.slice(1, -1).flatMap((y) => [
      { x: 0, y },
      { x: width - edge, y },
    ]),
  ]
}

/** Brightness around its mean, 0 where it is coloured; `unseen` when a part is transparent, null when it is not two near greys. */
function greyWindow({ data, width }: Rgba, left: number, top: number, edge: number): Float32Array | 'unseen' | null {
  const levels = new Float32Array(edge * edge).fill(COLOURED)
  let [sum, grey, seen] = [0, 0, 0]
  for (let y = 0; y < edge; y++) {
    for (let x = 0; x < edge; x++) {
      const at = ((top + y) * width + left + x) * 4
      const [red, green, blue] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]
      if ((data[at + 3] ?? 0) >= 250) seen += 1
      if (Math.max(red, green, blue) - Math.min(red, green, blue) > GREY) continue
      const level = (red + 2 * green + blue) / 4
      levels[y * edge + x] = level
      sum += level
      grey += 1
    }
  }
  const area = edge * edge
  if (seen < 0.98 * area) return 'unseen'
  if (grey < LEAST_GREY * area) return null
  const deviation = centre(levels, sum / grey) / Math.sqrt(grey)
  return deviation >= CONTRAST.least && deviation <= CONTRAST.most ? levels : null
}

/** Takes the mean from the levels; gives the root of the sum of their squares. */
function centre(levels: Float32Array, mean: number): number {
  let square = 0
  for (let i = 0; i < levels.length; i++) {
    const level = levels[i] ?? COLOURED
    levels[i] = level === COLOURED ? 0 : level - mean
    square += (levels[i] ?? 0) ** 2
  }
  return Math.sqrt(square)
}

function isCheckered(levels: Float32Array, edge: number): boolean {
  const largest = Math.min(LARGEST, Math.floor(edge / 3))
  for (let square = SMALLEST; square <= largest; square++) {
    if (likeness(levels, edge, square, 0) > OPPOSITE || likeness(levels, edge, 0, square) > OPPOSITE) continue
    const alike = Math.min(
      likeness(levels, edge, square, square),
      likeness(levels, edge, 2 * square, 0),
      likeness(levels, edge, 0, 2 * square),
    )
    if (alike >= ALIKE) return true
  }
  return false
}

/** How alike a window is to itself some pixels on, −1..1; every second pixel is looked at. */
function likeness(levels: Float32Array, edge: number, across: number, down: number): number {
  let [product, own, other] = [0, 0, 0]
  for (let y = 0; y + down < edge; y += 2) {
    for (let x = 0; x + across < edge; x += 2) {
      const here = levels[y * edge + x] ?? 0
      const there = levels[(y + down) * edge + x + across] ?? 0
      product += here * there
      own += here * here
      other += there * there
    }
  }
  return own * other === 0 ? 0 : product / Math.sqrt(own * other)
}
