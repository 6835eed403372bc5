import sharp, { type Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { measureImage } from '#proxy/pixels/measure-image.ts'
import { appScreen, illustration, smoothSky, textPage, texture } from '#support/calibration-pictures.ts'
import { cutOutPng, flatPng, noise, samplePng, truncated } from '#support/sample-images.ts'

const measured = async (picture: Sharp) => measureImage(await picture.png().toBuffer())

async function enlarged(picture: Sharp, times: number, kernel: 'cubic' | 'nearest'): Promise<Sharp> {
  const { data, info } = await picture.png().toBuffer({ resolveWithObject: true })
  const size = { width: info.width * times, height: info.height * times }
  return sharp(
    await sharp(data)
      .resize({ ...size, fit: 'fill', kernel })
      .png()
      .toBuffer(),
  )
}

describe('upscaled', () => {
  const sharpOnes: [string, () => Sharp | Promise<Sharp>][] = [
    ['an illustration', () => illustration(600, 400)],
    ['a texture', () => texture(600, 400)],
    ['an app', () => appScreen()],
    ['a page', () => textPage(600, 800, 14)],
    ['noise', () => noise(600, 400)],
    ['a smooth sky', () => smoothSky(800, 600)],
    ['an enlarged sky, which holds nothing that tells', () => enlarged(smoothSky(400, 300), 2, 'cubic')],
  ]
  it.each(sharpOnes)('is not said of %s', async (_, make) => {
    const picture = await make()
    expect((await measured(picture)).upscaled).toBe(false)
    expect((await measureImage(await picture.jpeg({ quality: 80 }).toBuffer())).upscaled).toBe(false)
  })

  const blownUp: [string, () => Promise<Sharp>][] = [
    ['an illustration at twice its size', () => enlarged(illustration(600, 400), 2, 'cubic')],
    ['an illustration at three times its size', () => enlarged(illustration(500, 300), 3, 'cubic')],
    ['a page at three times its size', () => enlarged(textPage(400, 500, 14), 3, 'cubic')],
    ['repeated pixels', () => enlarged(appScreen(640, 400), 2, 'nearest')],
  ]
  it.each(blownUp)('is said of %s', async (_, make) => {
    expect((await measured(await make())).upscaled).toBe(true)
  })
})

describe('mostlyText', () => {
  it.each([
    ['small print', () => textPage(800, 1000, 9)],
    ['a page in large type', () => textPage(1200, 1000, 32)],
    ['light on dark', () => textPage(800, 1000, 16, '#dddddd', '#222222')],
    ['a large screen of small type', () => textPage(2400, 1000, 11)],
  ])('is said of %s', async (_, make) => {
    expect((await measured(make())).mostlyText).toBe(true)
  })

  it.each([
    ['an app with few words', () => appScreen()],
    ['an illustration', () => illustration(800, 600)],
    ['a texture', () => texture(600, 400)],
    ['noise', () => noise(600, 400)],
  ])('is not said of %s', async (_, make) => {
    expect((await measured(await make())).mostlyText).toBe(false)
  })
})

describe('keys', () => {
  it.each(['#00ff00', '#ff00ff', '#0000ff'])('keep away from a %s picture', async (own) => {
    const { keys } = await measureImage(await flatPng(own))
    expect(keys.find((key) => key.colour === own)?.distance).toBeLessThan(1)
    expect(keys.at(-1)?.colour).toBe(own)
    expect(keys.map((key) => key.distance)).toEqual(keys.map((key) => key.distance).toSorted((a, b) => b - a))
  })

  it('do not count what is transparent, nor a speck', async () => {
    const rgba = Buffer.from(Array.from({ length: 200 * 200 }, (_, i) => [0, 255, 0, i < 20_000 ? 0 : 255]).flat())
    for (let i = 20_000; i < 40_000; i++) rgba.set(i === 30_000 ? [255, 0, 255] : [20, 20, 20], i * 4)
    const { keys, hasAlpha } = await measured(sharp(rgba, { raw: { width: 200, height: 200, channels: 4 } }))
    const distance = (colour: string) => keys.find((key) => key.colour === colour)?.distance ?? 0
    expect(distance('#00ff00')).toBeGreaterThan(50)
    expect(distance('#ff00ff')).toBeGreaterThan(30)
    expect(hasAlpha).toBe(true)
  })
})

describe('measureImage', () => {
  it('tells size and alpha', async () => {
    expect(await measureImage(await samplePng())).toMatchObject({ width: 96, height: 64, hasAlpha: false })
    expect(await measureImage(await cutOutPng())).toMatchObject({ width: 240, height: 240, hasAlpha: true })
    expect(await measureImage(await flatPng('#808080', 1, 1))).toMatchObject({ width: 1, height: 1, upscaled: false })
  })

  it('measures a picture too large to be held as a whole', async () => {
    expect(await measureImage(await flatPng('#ff0000', 3600, 2400))).toMatchObject({
      width: 3600,
      height: 2400,
      hasAlpha: false,
    })
  })

  it('tells a damaged picture', async () => {
    await expect(measureImage(truncated(await noise().png().toBuffer()))).rejects.toMatchObject({
      code: 'image_damaged',
    })
  })
})
