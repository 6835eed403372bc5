import sharp from 'sharp'
import { expect, test } from 'vitest'
import { flattenOnWhite } from '#proxy/pixels/flatten-on-white.ts'

/** Black everywhere, seen on the right half only. */
const halfHidden = () => {
  const rgba = Buffer.from(Array.from({ length: 16 * 8 }, (_, i) => [0, 0, 0, i % 16 < 8 ? 0 : 255]).flat())
  return sharp(rgba, { raw: { width: 16, height: 8, channels: 4 } })
}

test.each(['png', 'webp'] as const)('hidden black pixels of a %s are white', async (format) => {
  const flat = await flattenOnWhite(await halfHidden().toFormat(format, { lossless: true }).toBuffer(), format)
  expect(await sharp(flat).metadata()).toMatchObject({ format, width: 16, height: 8, hasAlpha: false })
  const grey = await sharp(flat).extractChannel(0).raw().toBuffer()
  expect([grey[0] ?? 0, grey[15] ?? 0]).toEqual([expect.closeTo(255, -1), expect.closeTo(0, -1)])
})

test('grey pictures and palettes lose their alpha too', async () => {
  const grey = await halfHidden().toColourspace('b-w').png().toBuffer()
  const palette = await halfHidden().png({ palette: true }).toBuffer()
  for (const bytes of [grey, palette]) {
    expect((await sharp(bytes).metadata()).hasAlpha).toBe(true)
    const flat = sharp(await flattenOnWhite(bytes, 'png'))
    expect((await flat.metadata()).hasAlpha).toBe(false)
    expect((await flat.extractChannel(0).raw().toBuffer())[0]).toBe(255)
  }
})

test('a picture without alpha keeps its bytes, a damaged one is told', async () => {
  const bytes = await halfHidden().removeAlpha().png().toBuffer()
  expect(await flattenOnWhite(bytes, 'png')).toBe(bytes)
  await expect(flattenOnWhite(bytes.subarray(0, 20), 'png')).rejects.toMatchObject({ code: 'image_damaged' })
})
