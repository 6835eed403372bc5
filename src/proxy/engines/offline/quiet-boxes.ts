import type { Box } from './box.ts'

const IN_FRONT = /^In front: .* at (-?\d+)–(-?\d+)% of the width and (-?\d+)–(-?\d+)% of the height$/gm

/** The boxes of what stands in front, as the prompt names them, in pixels: a picture behind them stays quiet there. */
export const quietBoxes = (prompt: string, width: number, height: number): Box[] =>
  [...prompt.matchAll(IN_FRONT)].map((found) => {
    const [left = 0, right = 0, top = 0, bottom = 0] = found.slice(1).map((share) => Number(share) / 100)
    return { x: left * width, y: top * height, width: (right - left) * width, height: (bottom - top) * height }
  })
