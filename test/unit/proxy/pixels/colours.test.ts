import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { colourDifference } from '#proxy/pixels/colour-difference.ts'
import { labOf } from '#proxy/pixels/lab.ts'
import { pixelAt } from '#support/pixel-at.ts'
import { preparedOriginal, preparedUpload } from '#support/prepared-upload.ts'
import { cutOutPng, displayP3Png, noise, sampleGif, sampleJpeg, samplePng, truncated } from '#support/sample-images.ts'

const flat = (colour: string) => sharp({ create: { width: 32, height: 24, channels: 3, background: colour } })
const levels = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))

/** ΔE2000 between a colour and what a prepared picture shows. */
async function off(bytes: Uint8Array, colour: string): Promise<number> {
  const [red = 0, green = 0, blue = 0] = levels(colour)
  return colourDifference(labOf(red, green, blue), labOf(...(await pixelAt(bytes, 0.5, 0.5))))
}

describe.each([
  ['a reference', preparedUpload],
  ['an original', preparedOriginal],
])('%s', (_, prepared) => {
  it.each<[string, string, (colour: string) => Promise<Buffer>, number]>([
    ['Display P3', '#c8402c', (colour) => flat(colour).withIccProfile('p3').png().toBuffer(), 2],
    ['Display P3 at its edge', '#ff0000', (colour) => flat(colour).withIccProfile('p3').png().toBuffer(), 2],
    [
      'Display P3 with 16 bits',
      '#c8402c',
      (colour) => flat(colour).toColourspace('rgb16').withIccProfile('p3').png().toBuffer(),
      2,
    ],
    ['a Display P3 JPEG', '#3a7a50', (colour) => flat(colour).withIccProfile('p3').jpeg({ quality: 98 }).toBuffer(), 2],
    ['16 bits', '#4a6ab0', (colour) => flat(colour).toColourspace('rgb16').png().toBuffer(), 1],
    ['a palette', '#4a6ab0', (colour) => flat(colour).png({ palette: true }).toBuffer(), 1],
    ['grey', '#757575', (colour) => flat(colour).toColourspace('b-w').png().toBuffer(), 1],
    ['grey with 16 bits', '#757575', (colour) => flat(colour).toColourspace('grey16').png().toBuffer(), 1],
    [
      'CMYK with its profile',
      '#a8684c',
      (colour) => flat(colour).toColourspace('cmyk').withIccProfile('cmyk').jpeg({ quality: 98 }).toBuffer(),
      2,
    ],
    [
      'CMYK without a profile',
      '#a8684c',
      (colour) => flat(colour).toColourspace('cmyk').jpeg({ quality: 98 }).toBuffer(),
      8,
    ],
  ])('of %s has the right colours', async (_what, colour, make, tolerance) => {
    const { bytes } = await prepared(await make(colour))
    expect(await sharp(bytes).metadata()).toMatchObject({ depth: 'uchar', isPalette: false })
    expect(await off(bytes, colour)).toBeLessThanOrEqual(tolerance)
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('with EXIF orientation %i stands upright', async (orientation) => {
    const stored = await sharp(await samplePng())
      .withMetadata({ orientation })
      .jpeg({ quality: 95 })
      .toBuffer()
    const kept = await prepared(stored)
    const upright = await sharp(stored).autoOrient().png().toBuffer()
    expect([kept.width, kept.height]).toEqual(orientation > 4 ? [64, 96] : [96, 64])
    for (const [x, y] of [
      [0.2, 0.2],
      [0.8, 0.2],
      [0.2, 0.8],
    ] as const) {
      const [seen, wanted] = [await pixelAt(kept.bytes, x, y), await pixelAt(upright, x, y)]
      expect(Math.max(...seen.map((level, i) => Math.abs(level - (wanted[i] ?? 0))))).toBeLessThan(6)
    }
  })

  it('with a profile nobody can read keeps its pixels', async () => {
    const bytes = Buffer.from(await flat('#c8402c').withIccProfile('p3').jpeg({ quality: 98 }).toBuffer())
    const at = bytes.indexOf('ICC_PROFILE')
    bytes.fill(0x41, at + 14, at + 300)
    const stored = await sharp(bytes, { ignoreIcc: true }).raw().toBuffer()
    const kept = await prepared(bytes)
    const seen = await pixelAt(kept.bytes, 0.5, 0.5)
    expect(Math.max(...seen.map((level, i) => Math.abs(level - (stored[i] ?? 0))))).toBeLessThan(6)
  })
})

describe('prepareOriginal', () => {
  it('keeps size, alpha and bytes of a plain picture', async () => {
    for (const bytes of [await samplePng(2600, 1900), await cutOutPng(), await sampleJpeg()]) {
      expect(Buffer.from((await preparedOriginal(bytes)).bytes).equals(bytes)).toBe(true)
    }
  })

  it('changes no pixel of a JPEG when it drops its camera data', async () => {
    const bytes = await sharp(await sampleJpeg())
      .withExif({ IFD0: { Artist: 'Someone' } })
      .jpeg()
      .toBuffer()
    const kept = await preparedOriginal(bytes)
    expect(kept.format).toBe('png')
    expect((await sharp(kept.bytes).raw().toBuffer()).equals(await sharp(bytes).raw().toBuffer())).toBe(true)
    expect(Buffer.from(kept.bytes).includes('Someone')).toBe(false)
  })

  it('keeps alpha and size of what it converts', async () => {
    const deep = await sharp(await cutOutPng('#ff7a00', 1700))
      .toColourspace('rgb16')
      .png()
      .toBuffer()
    const kept = await preparedOriginal(deep)
    expect(kept).toMatchObject({ width: 1700, height: 1700, format: 'png' })
    expect((await sharp(kept.bytes).metadata()).hasAlpha).toBe(true)
    expect(await preparedOriginal(await displayP3Png())).toMatchObject({ width: 96, height: 64, format: 'png' })
  })

  it('takes a GIF that stands still and refuses one that moves', async () => {
    expect(await preparedOriginal(await sampleGif())).toMatchObject({ format: 'png', width: 96, height: 64 })
    const frames = [
      await samplePng(),
      await sharp(await samplePng())
        .negate()
        .png()
        .toBuffer(),
    ]
    const moving = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer()
    await expect(preparedOriginal(moving)).rejects.toMatchObject({ code: 'image_animated' })
  })

  it('tells a damaged picture', async () => {
    await expect(preparedOriginal(truncated(await noise().png().toBuffer()))).rejects.toMatchObject({
      code: 'image_damaged',
    })
  })
})
