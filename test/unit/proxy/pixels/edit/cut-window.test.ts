import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { composite } from '#proxy/pixels/edit/composite.ts'
import { cutWindow } from '#proxy/pixels/edit/cut-window.ts'
import { prepareMask } from '#proxy/pixels/edit/prepare-mask.ts'
import { inBox, maskPng, paintPng, wholeCut } from '#support/edits/draw.ts'
import { readPng } from '#support/edits/read-png.ts'

const SIZE = { width: 60, height: 40 }
const paint = (x: number, y: number): [number, number, number] => [x * 4, y * 6, (x * y) % 251]
const FREE = { x: 20, y: 10, width: 12, height: 9 }

const maskOf = async (size: { width: number; height: number }, free: (x: number, y: number) => boolean) =>
  (await prepareMask(await maskPng(size, free), size)).png

describe('the window that is sent', () => {
  it('is the pixels of the original when nothing has to be scaled', async () => {
    const window = { x: 10, y: 5, width: 32, height: 16 }
    const original = await paintPng(SIZE, paint)
    const mask = await maskOf(SIZE, inBox(FREE))
    const cut = await cutWindow({ original, mask, cut: wholeCut(SIZE, { window }), size: { width: 32, height: 16 } })
    const image = readPng(cut.image)
    const drawn = readPng(cut.mask ?? new Uint8Array())
    expect([image.channels, drawn.channels, drawn.width, drawn.height]).toEqual([3, 4, 32, 16])
    for (let y = 0; y < 16; y++) {
      for (let x = 0; x < 32; x++) {
        expect([...image.data.subarray((y * 32 + x) * 3, (y * 32 + x) * 3 + 3)]).toEqual(paint(x + 10, y + 5))
        expect(drawn.data[(y * 32 + x) * 4 + 3]).toBe(inBox(FREE)(x + 10, y + 5) ? 0 : 255)
      }
    }
  })

  it('continues the original as in a mirror, in the canvas and beyond it, and frees only the canvas', async () => {
    const canvas = { width: 80, height: 40 }
    const window = { x: 0, y: -10, width: 80, height: 60 }
    const original = await paintPng(SIZE, paint)
    const cut = wholeCut(SIZE, { canvas, at: { x: 15, y: 0 }, window })
    const sent = await cutWindow({ original, mask: null, cut, size: { width: 80, height: 60 } })
    const image = readPng(sent.image)
    const mask = readPng(sent.mask ?? new Uint8Array())
    const colour = (x: number, y: number) => [...image.data.subarray((y * 80 + x) * 3, (y * 80 + x) * 3 + 3)]
    const alpha = (x: number, y: number) => mask.data[(y * 80 + x) * 4 + 3]
    expect(colour(15, 10)).toEqual(paint(0, 0))
    expect(colour(14, 10)).toEqual(paint(0, 0))
    expect(colour(12, 10)).toEqual(paint(2, 0))
    expect(colour(15, 7)).toEqual(paint(0, 2))
    expect(colour(75, 30)).toEqual(paint(59, 20))
    expect([alpha(14, 10), alpha(15, 10), alpha(74, 49), alpha(75, 49)]).toEqual([0, 255, 255, 0])
    expect([alpha(0, 9), alpha(79, 50)]).toEqual([255, 255])
  })

  it('shows the matte under what is transparent, and has no alpha', async () => {
    const original = await paintPng(SIZE, (x) => [200, 0, 0, x < 30 ? 0 : 255])
    const cut = wholeCut(SIZE, { matte: '#102030' })
    const { image, mask } = await cutWindow({ original, mask: null, cut, size: SIZE })
    const { data, channels } = readPng(image)
    expect(channels).toBe(3)
    expect([...data.subarray(0, 3), ...data.subarray(59 * 3, 60 * 3)]).toEqual([0x10, 0x20, 0x30, 200, 0, 0])
    expect(mask).toBeNull()
  })

  it('shows a coloured matte under a grey picture, which then has not drifted when it comes back', async () => {
    const grey = await paintPng(SIZE, (x, y) => [100 + y, x < 30 ? 128 : 255])
    const original = await sharp(grey).toColourspace('b-w').png().toBuffer()
    expect((await sharp(original).metadata()).channels).toBe(2)
    const question = { original, mask: await maskOf(SIZE, inBox(FREE)), cut: wholeCut(SIZE, { matte: '#c01020' }) }
    const { image } = await cutWindow({ ...question, size: SIZE })
    const { data } = readPng(image)
    expect([...data.subarray(59 * 3, 60 * 3)]).toEqual([100, 100, 100])
    const [red = 0, green = 0] = data
    expect(red - green).toBeGreaterThan(60)
    const { measures } = await composite({ ...question, raw: image, match: false })
    expect(measures?.drift).toEqual({ share: 0, mean: 0 })
  })

  it('keeps a stroke of one pixel free when it is scaled down, and only whole alphas', async () => {
    const size = { width: 400, height: 300 }
    const original = await paintPng(size, paint)
    const mask = await maskOf(size, (x, y) => x === 133 && y > 20 && y < 250)
    const { mask: sent } = await cutWindow({ original, mask, cut: wholeCut(size), size: { width: 160, height: 120 } })
    const alpha = await sharp(sent ?? undefined)
      .extractChannel('alpha')
      .raw()
      .toBuffer()
    expect([...new Set(alpha)].sort()).toEqual([0, 255])
    for (let y = 10; y < 98; y++) expect(alpha.subarray(y * 160, (y + 1) * 160).indexOf(0)).toBeGreaterThan(50)
  })

  it('is enlarged or reduced to the size asked for, the same bytes every time', async () => {
    const original = await sharp(await paintPng(SIZE, paint))
      .jpeg()
      .toBuffer()
    const mask = await maskOf(SIZE, inBox(FREE))
    const question = { original, mask, cut: wholeCut(SIZE), size: { width: 96, height: 64 } }
    const [one, other] = [await cutWindow(question), await cutWindow(question)]
    const { width, height } = await sharp(one.image).metadata()
    expect([width, height]).toEqual([96, 64])
    expect(Buffer.from(one.image).equals(other.image)).toBe(true)
    expect(Buffer.from(one.mask ?? []).equals(other.mask ?? new Uint8Array([1]))).toBe(true)
  })

  it('fails in words when the kept picture has another size than it should', async () => {
    const original = await paintPng({ width: 70, height: 50 }, paint)
    const question = { original, mask: null, cut: wholeCut(SIZE), size: SIZE }
    await expect(cutWindow(question)).rejects.toMatchObject({ code: 'image_damaged' })
  })
})
