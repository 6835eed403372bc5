import { randomFillSync } from 'node:crypto'
import sharp, { type Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { isMostlyText } from '#proxy/pixels/measure/is-mostly-text.ts'
import { isUpscaled } from '#proxy/pixels/measure/is-upscaled.ts'
import { measureImage } from '#proxy/pixels/measure-image.ts'
import { appScreen, illustration, smoothSky, textPage, texture } from '#support/calibration-pictures.ts'
import { countTurns } from '#support/count-turns.ts'
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
  it.each<[string, () => Promise<Sharp>]>([
    ['an illustration at twice its size', () => enlarged(illustration(600, 400), 2, 'cubic')],
    ['a page at three times its size', () => enlarged(textPage(200, 200, 14), 3, 'cubic')],
    ['repeated pixels', () => enlarged(appScreen(400, 300), 2, 'nearest')],
  ])('is said of %s', async (_, make) => {
    expect((await measured(await make())).upscaled).toBe(true)
  })

  it.each<[string, () => Sharp | Promise<Sharp>]>([
    ['an illustration', () => illustration(500, 400)],
    ['a texture', () => texture(256, 192)],
    ['an app', () => appScreen(640, 400)],
  ])('is not said of %s, though a JPEG', async (_, make) => {
    const jpeg = await (await make()).jpeg({ quality: 80 }).toBuffer()
    expect(await measureImage(jpeg)).toMatchObject({ upscaled: false, mostlyText: false })
  })
})

describe('mostlyText', () => {
  it.each([
    ['small print', () => textPage(300, 300, 9)],
    ['a page in large type', () => textPage(900, 700, 32)],
    ['light on dark', () => textPage(400, 400, 16, '#dddddd', '#222222')],
    ['a large screen of small type', () => textPage(1400, 500, 11)],
  ])('is said of %s, and nothing else', async (_, make) => {
    expect(await measured(make())).toMatchObject({ mostlyText: true, upscaled: false })
  })
})

describe('nothing', () => {
  it.each<[string, () => Sharp | Promise<Sharp>]>([
    ['an app with few words', () => appScreen(800, 500)],
    ['noise', () => noise(400, 300)],
    ['a smooth sky', () => smoothSky(400, 300)],
    ['an enlarged sky, which holds nothing that tells', () => enlarged(smoothSky(200, 150), 2, 'cubic')],
  ])('is said of %s', async (_, make) => {
    expect(await measured(await make())).toMatchObject({ upscaled: false, mostlyText: false })
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
    const flat = sharp({ create: { width: 3000, height: 2700, channels: 3, background: '#ff0000' } })
    expect(await measureImage(await flat.jpeg().toBuffer())).toMatchObject({
      width: 3000,
      height: 2700,
      hasAlpha: false,
    })
  })

  it('lets other work of the process run meanwhile', async () => {
    const [width, height] = [1600, 1600]
    const rgba = randomFillSync(new Uint8Array(width * height * 4))
    const pixels = { rgba, width, height }
    expect(await countTurns(() => isUpscaled(pixels))).toBeGreaterThan(10)
    expect(await countTurns(() => isMostlyText(pixels))).toBeGreaterThan(4)
  })

  it('tells a damaged picture', async () => {
    await expect(measureImage(truncated(await noise().png().toBuffer()))).rejects.toMatchObject({
      code: 'image_damaged',
    })
  })
})
