import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { makeThumbnail } from '#proxy/pixels/make-thumbnail.ts'
import { transcode } from '#proxy/pixels/transcode.ts'
import { pixelAt } from '#support/pixel-at.ts'
import { preparedUpload } from '#support/prepared-upload.ts'
import {
  CORNERS,
  cmykJpeg,
  cutOutPng,
  deepPng,
  displayP3Png,
  exifRotatedJpeg,
  noise,
  palettePng,
  sampleGif,
  sampleJpeg,
  samplePng,
  sampleWebp,
  truncatedProfilePng,
} from '#support/sample-images.ts'

const rgb = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))

async function expectCorners(bytes: Uint8Array, tolerance: number) {
  const places: [string, number, number][] = [
    [CORNERS.topLeft, 0.25, 0.25],
    [CORNERS.topRight, 0.75, 0.25],
    [CORNERS.bottomLeft, 0.25, 0.75],
    [CORNERS.bottomRight, 0.75, 0.75],
  ]
  for (const [colour, x, y] of places) {
    const seen = await pixelAt(bytes, x, y)
    const furthest = Math.max(...rgb(colour).map((value, i) => Math.abs(value - (seen[i] ?? -255))))
    expect(furthest, `${colour} was ${seen} at ${x},${y}`).toBeLessThanOrEqual(tolerance)
  }
}

describe('prepareUpload', () => {
  it.each([
    ['PNG', samplePng],
    ['JPEG', sampleJpeg],
    ['WEBP', sampleWebp],
    ['cut-out PNG', cutOutPng],
  ])('keeps the bytes of a plain %s', async (_, make) => {
    const bytes = await make()
    expect(Buffer.from((await preparedUpload(bytes)).bytes).equals(bytes)).toBe(true)
  })

  it.each([
    // Printing inks cannot show the sample's deep blue, hence the tolerance.
    ['a CMYK JPEG', cmykJpeg, 'jpeg', 100],
    ['a 16-bit PNG', deepPng, 'png', 1],
    ['a palette PNG', palettePng, 'png', 12],
    ['a Display P3 PNG', displayP3Png, 'png', 3],
    ['a GIF', sampleGif, 'png', 12],
    ['a JPEG that EXIF turns', exifRotatedJpeg, 'jpeg', 6],
    ['a PNG with a broken colour profile', truncatedProfilePng, 'png', 0],
  ] as const)('turns %s into a plain upright picture', async (_, make, format, tolerance) => {
    const bytes = await make()
    const kept = await preparedUpload(bytes)
    const found = await sharp(kept.bytes).metadata()
    expect(kept).toMatchObject({ format, width: 96, height: 64 })
    expect(found).toMatchObject({ format, width: 96, height: 64, space: 'srgb', depth: 'uchar', isPalette: false })
    expect(found.icc ?? found.exif ?? found.orientation).toBeUndefined()
    await expectCorners(kept.bytes, tolerance)
    expect(Buffer.from(kept.bytes).includes('iCCP')).toBe(false)
    expect(Buffer.from((await preparedUpload(bytes)).bytes).equals(kept.bytes)).toBe(true)
    expect(Buffer.from((await preparedUpload(kept.bytes)).bytes).equals(kept.bytes)).toBe(true)
  })

  it('drops text and camera data from a picture that is plain otherwise', async () => {
    const bytes = await sharp(await samplePng())
      .withExif({ IFD0: { Artist: 'Someone' } })
      .png()
      .toBuffer()
    expect(bytes.includes('Someone')).toBe(true)
    const kept = await preparedUpload(bytes)
    expect(Buffer.from(kept.bytes).includes('Someone')).toBe(false)
  })

  it.each([
    ['PNG', samplePng],
    ['JPEG', sampleJpeg],
    ['WEBP', sampleWebp],
  ])('drops what follows the end of a %s', async (_, make) => {
    const kept = await preparedUpload(Buffer.concat([await make(), Buffer.from('Someone')]))
    expect(Buffer.from(kept.bytes).includes('Someone')).toBe(false)
  })

  it('drops a chunk of a WEBP that its header does not tell of', async () => {
    const plain = await sampleWebp()
    const bytes = Buffer.concat([plain, Buffer.from('EXIF'), Buffer.from([8, 0, 0, 0]), Buffer.from('Someone!')])
    bytes.writeUInt32LE(bytes.length - 8, 4)
    const kept = await preparedUpload(bytes)
    expect(Buffer.from(kept.bytes).includes('Someone')).toBe(false)
  })

  it('keeps the transparency of what it converts', async () => {
    const deep = await sharp(await cutOutPng())
      .toColourspace('rgb16')
      .png()
      .toBuffer()
    const kept = await sharp((await preparedUpload(deep)).bytes).metadata()
    expect(kept.hasAlpha).toBe(true)
  })

  it('is as large as the model reads it', async () => {
    expect(await preparedUpload(await samplePng(4000, 200))).toMatchObject({ width: 3840, height: 192, format: 'png' })
    expect(await preparedUpload(await sampleJpeg(3000, 2000))).toMatchObject({
      width: 1536,
      height: 1024,
      format: 'jpeg',
    })
  })
})

describe('makeThumbnail', () => {
  it('is an upright WEBP of the asked edge', async () => {
    const thumbnail = await makeThumbnail(await exifRotatedJpeg(), 48)
    expect(await sharp(thumbnail).metadata()).toMatchObject({ format: 'webp', width: 48, height: 32 })
    await expectCorners(thumbnail, 30)
  })

  it('never enlarges', async () => {
    expect(await sharp(await makeThumbnail(await samplePng(), 500)).metadata()).toMatchObject({ width: 96 })
  })
})

describe('transcode', () => {
  it('makes a PNG of a WEBP, pixel for pixel', async () => {
    const png = await transcode(await sampleWebp(), 'png')
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 96, height: 64 })
    await expectCorners(png, 0)
  })

  it('puts what JPEG cannot leave out on white', async () => {
    const jpeg = await transcode(await cutOutPng(), 'jpeg')
    expect(Math.min(...(await pixelAt(jpeg, 0.01, 0.01)))).toBeGreaterThan(250)
  })

  it('leaves a picture alone that has the format', async () => {
    const bytes = await noise().png().toBuffer()
    expect(await transcode(bytes, 'png')).toBe(bytes)
  })
})
