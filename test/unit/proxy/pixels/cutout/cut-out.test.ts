import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { cutOut } from '#proxy/pixels/cutout/cut-out.ts'
import { cutoutErrors } from '#support/cutout-errors.ts'
import { keyedSubject, SUBJECT_SHAPES } from '#support/keyed-subject.ts'
import { cutOutPng, flatPng, noise, truncated } from '#support/sample-images.ts'

const WHITE = [255, 255, 255]
const GROUNDS: Record<string, number[]> = { '#00ff00': [255, 0, 255], '#ff00ff': [0, 255, 0], '#0000ff': [255, 255, 0] }

describe('cutOut from a flat colour', () => {
  const cases = [
    { key: '#00ff00' },
    { key: '#ff00ff' },
    { key: '#0000ff', noise: 2 },
    { key: '#00ff00', noise: 5 },
    { key: '#00ff00', slope: 30, noise: 1 },
  ]
  it.each(
    SUBJECT_SHAPES.flatMap((shape) => cases.slice(shape === 'hair' ? 0 : 2).map((behind) => [shape, behind] as const)),
  )('finds the outline of %s on %o', async (shape, behind) => {
    const truth = await keyedSubject(shape, behind)
    const { png, refused } = await cutOut({ raw: truth.raw, way: 'key', key: behind.key })
    expect(refused).toBeNull()
    for (const ground of [WHITE, GROUNDS[behind.key] ?? WHITE]) {
      const errors = await cutoutErrors(truth, png ?? new Uint8Array(), ground)
      expect(errors.edgeAlpha).toBeLessThanOrEqual(0.02)
      expect(errors.alpha).toBeLessThanOrEqual(0.005)
      expect(errors.fringe).toBeLessThanOrEqual(3)
    }
  })

  it.each(SUBJECT_SHAPES)('finds the outline of %s in a JPEG whose key is not the one asked for', async (shape) => {
    const truth = await keyedSubject(shape, { key: '#10e818', slope: 16, noise: 1, jpeg: 92 })
    const { png } = await cutOut({ raw: truth.raw, way: 'key', key: '#00ff00' })
    const errors = await cutoutErrors(truth, png ?? new Uint8Array(), WHITE)
    expect(errors.alpha).toBeLessThanOrEqual(0.02)
    expect(errors.fringe).toBeLessThanOrEqual(3)
  })

  const onGreen = (inner: string) =>
    sharp(
      Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" width="240" height="240"><rect width="240" height="240" fill="#00ff00"/>${inner}</svg>`,
      ),
    )
      .removeAlpha()
      .png()
      .toBuffer()
  const alphaAt = async (png: Uint8Array | null, x: number, y: number) => {
    const pixels = await sharp(png ?? new Uint8Array())
      .raw()
      .toBuffer()
    return pixels[(y * 240 + x) * 4 + 3]
  }

  it('keeps a part of the subject whole that comes near the key', async () => {
    const raw = await onGreen(
      '<circle cx="120" cy="120" r="90" fill="#b03028"/><circle cx="120" cy="120" r="40" fill="#5f8a3c"/>',
    )
    const { png } = await cutOut({ raw, way: 'key', key: '#00ff00' })
    expect(await alphaAt(png, 120, 120)).toBe(255)
    expect(await alphaAt(png, 120, 160)).toBe(255)
  })

  it('makes a shadow on the key dark and translucent', async () => {
    const raw = await onGreen(
      '<rect x="60" y="170" width="120" height="30" fill="#000" fill-opacity="0.3"/><rect x="80" y="40" width="80" height="130" fill="#e8e0d8"/>',
    )
    const { png } = await cutOut({ raw, way: 'key', key: '#00ff00' })
    const pixels = await sharp(png ?? new Uint8Array())
      .raw()
      .toBuffer()
    const [red, green, blue, alpha = 0] = pixels.subarray((185 * 240 + 120) * 4)
    expect(alpha / 255).toBeCloseTo(0.3, 1)
    expect(Math.max(red ?? 255, green ?? 255, blue ?? 255)).toBeLessThan(30)
  })

  it('does not make holes where another flat colour than the key came', async () => {
    const raw = await sharp(
      Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" width="240" height="240"><rect width="240" height="240" fill="#fff"/><circle cx="120" cy="120" r="80" fill="#335"/><circle cx="120" cy="120" r="30" fill="#fff"/></svg>',
      ),
    )
      .png()
      .toBuffer()
    const { png } = await cutOut({ raw, way: 'key', key: '#00ff00' })
    expect(await alphaAt(png, 120, 120)).toBe(255)
    expect(await alphaAt(png, 5, 5)).toBe(0)
  })

  it('refuses what is behind when it is not flat, and an empty picture nothing of which is subject', async () => {
    const question = { way: 'key', key: '#00ff00' } as const
    expect(await cutOut({ ...question, raw: await noise(300, 200).png().toBuffer() })).toMatchObject({
      png: null,
      refused: 'not_flat',
    })
    const gradient = await sharp(
      Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><defs><linearGradient id="g"><stop stop-color="#00ff00"/><stop offset="1" stop-color="#003366"/></linearGradient></defs><rect width="300" height="200" fill="url(#g)"/></svg>',
      ),
    )
      .png()
      .toBuffer()
    expect((await cutOut({ ...question, raw: gradient })).refused).toBe('not_flat')
  })
})

describe('cutOut of a transparent picture', () => {
  const question = { way: 'transparent', key: '#00ff00' } as const

  it('keeps its pixels', async () => {
    const raw = await cutOutPng()
    const { png, transparent, refused } = await cutOut({ ...question, raw })
    expect(refused).toBeNull()
    expect(transparent).toBeCloseTo(1 - Math.PI * 0.46 ** 2, 1)
    expect(
      (
        await sharp(png ?? raw)
          .raw()
          .toBuffer()
      ).equals(await sharp(raw).raw().toBuffer()),
    ).toBe(true)
  })

  it('refuses an opaque one, with and without alpha', async () => {
    const flat = await flatPng('#c04020', 300, 300)
    expect(await cutOut({ ...question, raw: flat })).toEqual({ png: null, transparent: 0, refused: 'opaque' })
    const veiled = await sharp(flat).ensureAlpha(0.98).png().toBuffer()
    expect((await cutOut({ ...question, raw: veiled })).refused).toBe('opaque')
  })

  it('tells a damaged one', async () => {
    await expect(cutOut({ ...question, raw: truncated(await noise().png().toBuffer()) })).rejects.toMatchObject({
      code: 'image_damaged',
    })
  })
})
