import sharp, { type Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { hasCheckerboard } from '#proxy/pixels/cutout/checkerboard.ts'
import { cutOut } from '#proxy/pixels/cutout/cut-out.ts'
import { decodeRgba } from '#proxy/pixels/cutout/rgba.ts'
import { appScreen, illustration, smoothSky, textPage, texture } from '#support/calibration-pictures.ts'
import { countTurns } from '#support/count-turns.ts'
import { noise } from '#support/sample-images.ts'

interface Board {
  square: number
  greys: readonly [number, number]
  phase?: number
  /** Levels. */
  noise?: number
  /** Standard deviation in pixels. */
  blur?: number
}

/** Squares with a brown disc in the middle. */
function board({ square, greys, phase = 0, noise: most = 0, blur }: Board, width = 480, height = 400): Sharp {
  const raw = Buffer.alloc(width * height * 3)
  let state = 3
  for (let i = 0; i < width * height; i++) {
    const [x, y] = [i % width, Math.floor(i / width)]
    const odd = (Math.floor((x + phase) / square) + Math.floor((y + 2 * phase) / square)) % 2
    const disc = (x - width / 2) ** 2 + (y - height / 2) ** 2 < 130 ** 2
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    const off = (state / 2_147_483_648 - 0.5) * 2 * most
    const levels = disc ? [150, 90, 40] : [greys[odd] ?? 0, greys[odd] ?? 0, greys[odd] ?? 0]
    for (let c = 0; c < 3; c++) raw[i * 3 + c] = Math.max(0, Math.min(255, (levels[c] ?? 0) + off))
  }
  const flat = sharp(raw, { raw: { width, height, channels: 3 } })
  return blur ? flat.blur(blur) : flat
}

const found = async (picture: Sharp) => hasCheckerboard(await decodeRgba(await picture.png().toBuffer()))

describe('hasCheckerboard', () => {
  const boards: Board[] = [
    { square: 4, greys: [255, 204] },
    { square: 12.5, greys: [102, 153], phase: 5 },
    { square: 16, greys: [255, 239], blur: 1 },
    { square: 20, greys: [240, 200], phase: 7, noise: 3, blur: 1.2 },
    { square: 64, greys: [102, 153], phase: 20, noise: 3 },
  ]
  it.each(boards)('finds %o', async (row) => expect(await found(board(row))).toBe(true))

  it.each<[string, () => Sharp | Promise<Sharp>]>([
    ['noise', () => noise(480, 400)],
    ['a texture', () => texture(320, 256)],
    ['an illustration', () => illustration(480, 400)],
    ['an app', () => appScreen(480, 400)],
    ['a page', () => textPage(480, 400, 16)],
    ['a sky', () => smoothSky(480, 400)],
    ['a chessboard that fills the picture', () => board({ square: 60, greys: [250, 10] })],
  ])('does not find one in %s', async (_, make) => expect(await found(await make())).toBe(false))

  it('does not mind one that stays inside', async () => {
    const inner = await board({ square: 16, greys: [255, 204] }, 300, 300)
      .png()
      .toBuffer()
    const around = { top: 160, bottom: 160, left: 160, right: 160, background: '#c9b79a' }
    expect(await found(sharp(inner).extend(around))).toBe(false)
  })

  it('lets other work of the process run between its windows', async () => {
    const pixels = await decodeRgba(
      await board({ square: 20, greys: [250, 230] })
        .png()
        .toBuffer(),
    )
    expect(await countTurns(() => hasCheckerboard(pixels))).toBeGreaterThan(10)
  })

  it('refuses a cutout of either way', async () => {
    const raw = await board({ square: 16, greys: [255, 204] })
      .png()
      .toBuffer()
    for (const way of ['transparent', 'key'] as const) {
      expect(await cutOut({ raw, way, key: '#00ff00' })).toMatchObject({ png: null, refused: 'checkerboard' })
    }
  })
})
