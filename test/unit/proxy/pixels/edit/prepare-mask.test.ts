import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { prepareMask } from '#proxy/pixels/edit/prepare-mask.ts'
import { inBox, maskPng, paintPng } from '#support/edits/draw.ts'

const SIZE = { width: 61, height: 40 }
const BOX = { x: 9, y: 12, width: 20, height: 7 }
const free = inBox(BOX)

describe('a mask as it is kept', () => {
  it.each([
    ['alpha', () => paintPng(SIZE, (x, y) => [200, 10, 10, free(x, y) ? 127 : 128])],
    ['grey with alpha', () => paintPng(SIZE, (x, y) => [90, free(x, y) ? 0 : 255])],
    ['black on white', () => paintPng(SIZE, (x, y) => [free(x, y) ? 0 : 255])],
    ['black on white, in colour', () => paintPng(SIZE, (x, y) => (free(x, y) ? [0, 0, 0] : [255, 255, 255]))],
    [
      'black on white, all opaque',
      () => paintPng(SIZE, (x, y) => (free(x, y) ? [0, 0, 0, 255] : [255, 255, 255, 255])),
    ],
    ['grey, all opaque', () => paintPng(SIZE, (x, y) => [free(x, y) ? 20 : 240, 255])],
    [
      '16 bit alpha',
      async () => {
        const eight = await paintPng(SIZE, (x, y) => [0, 0, 0, free(x, y) ? 100 : 160])
        return await sharp(eight).toColourspace('rgb16').png().toBuffer()
      },
    ],
    [
      'a palette',
      async () =>
        await sharp(await maskPng(SIZE, free))
          .png({ palette: true })
          .toBuffer(),
    ],
  ])('is the same bytes whether drawn as %s', async (_, draw) => {
    const reference = await prepareMask(await maskPng(SIZE, free), SIZE)
    const { png, box, share } = await prepareMask(await draw(), SIZE)
    expect(box).toEqual(BOX)
    expect(share).toBeCloseTo(140 / (61 * 40), 10)
    expect(Buffer.from(png).equals(reference.png)).toBe(true)
    expect(Buffer.from((await prepareMask(png, SIZE)).png).equals(png)).toBe(true)
  })

  it('has alpha 0 where the picture may change and 255 elsewhere', async () => {
    const { png } = await prepareMask(await maskPng(SIZE, free), SIZE)
    const alpha = await sharp(png).ensureAlpha().extractChannel('alpha').raw().toBuffer()
    for (let y = 0; y < SIZE.height; y++) {
      for (let x = 0; x < SIZE.width; x++) expect(alpha[y * SIZE.width + x]).toBe(free(x, y) ? 0 : 255)
    }
  })

  it.each([
    ['mask_empty', () => maskPng(SIZE, () => false), SIZE],
    ['mask_empty', () => paintPng(SIZE, () => [255, 255, 255, 255]), SIZE],
    ['mask_everything', () => maskPng(SIZE, () => true), SIZE],
    ['mask_size', () => maskPng(SIZE, free), { width: 61, height: 41 }],
    [
      'mask_not_png',
      async () =>
        await sharp(await maskPng(SIZE, free))
          .webp()
          .toBuffer(),
      SIZE,
    ],
    ['image_damaged', async () => (await maskPng(SIZE, free)).slice(0, -30), SIZE],
  ])('is refused as %s', async (code, draw, size) => {
    await expect(prepareMask(await draw(), size)).rejects.toMatchObject({ code })
  })
})
