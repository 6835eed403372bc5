import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Canvas, createCanvas, GlobalFonts, loadImage, Path2D as SkiaPath } from '@napi-rs/canvas'
import type { DrawableImage, Rasterizer } from '#playground/render/rasterizer.ts'

const require = createRequire(import.meta.url)

for (const weight of [400, 500, 600, 700]) {
  const file = require.resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff2`)
  GlobalFonts.register(readFileSync(file), 'Inter')
}

/** Skia speaks the Canvas 2D interface but has its own types for it: this file is the one place where they meet. */
const asDom = <T>(value: unknown) => value as T

export const nodeRasterizer: Rasterizer = {
  createCanvas(width, height) {
    const canvas = createCanvas(width, height)
    return {
      width,
      height,
      context: asDom<CanvasRenderingContext2D>(canvas.getContext('2d')),
      image: asDom<DrawableImage>(canvas),
    }
  },
  createPath: (data) => asDom<Path2D>(new SkiaPath(data)),
  async decodeImage(bytes) {
    return asDom<DrawableImage>(await loadImage(bytes))
  },
  async encode(canvas, type) {
    const skia = asDom<Canvas>(canvas.image)
    const bytes = type === 'image/png' ? await skia.encode('png') : await skia.encode('jpeg', 92)
    return new Uint8Array(bytes)
  },
}
