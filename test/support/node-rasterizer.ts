import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { GlobalFonts, loadImage, Path2D as SkiaPath } from '@napi-rs/canvas'
import type { DrawableImage, Rasterizer } from '#playground/render/rasterizer.ts'
import { asDom, skiaCanvas, skiaOf } from './skia-canvas.ts'

const require = createRequire(import.meta.url)

for (const weight of [400, 500, 600, 700]) {
  const file = require.resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff2`)
  GlobalFonts.register(readFileSync(file), 'Inter')
}

export const nodeRasterizer: Rasterizer = {
  createCanvas: skiaCanvas,
  createPath: (data) => asDom<Path2D>(new SkiaPath(data)),
  async decodeImage(bytes) {
    return asDom<DrawableImage>(await loadImage(bytes))
  },
  async encode(canvas, type) {
    const skia = skiaOf(canvas.image)
    const bytes = type === 'image/png' ? await skia.encode('png') : await skia.encode('jpeg', 92)
    return new Uint8Array(bytes)
  },
}
