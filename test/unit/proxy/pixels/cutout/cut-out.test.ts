import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { cutOut } from '#proxy/pixels/cutout/cut-out.ts'
import { cutoutErrors } from '#support/cutout-errors.ts'
import { keyedSubject } from '#support/keyed-subject.ts'
import { cutOutPng, flatPng, noise, truncated } from '#support/sample-images.ts'

const GROUNDS: Record<string, number[]> = { '#00ff00': [255, 0, 255], '#ff00ff': [0, 255, 0], '#0000ff': [255, 255, 0] }

const drawn = (ground: string, inner = ''): Promise<Buffer> =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="240" height="240"><rect width="240" height="240" fill="${ground}"/>${inner}</svg>`,
    ),
  )
    .removeAlpha()
    .png()
    .toBuffer()

describe('cutOut from a flat colour', () => {
  it.each([
    ['hair', { key: '#ff00ff' }],
    ['hair', { key: '#00ff00', noise: 5 }],
    ['soft', { key: '#0000ff', noise: 2 }],
    ['holes', { key: '#00ff00', slope: 30, noise: 1 }],
  ] as const)('finds the outline of %s on %o', async (shape, behind) => {
    const truth = await keyedSubject(shape, behind)
    const { png, refused } = await cutOut({ raw: truth.raw, way: 'key', key: behind.key })
    expect(refused).toBeNull()
    const errors = await cutoutErrors(truth, png ?? new Uint8Array(), GROUNDS[behind.key] ?? [])
    expect(errors.edgeAlpha).toBeLessThanOrEqual(0.02)
    expect(errors.alpha).toBeLessThanOrEqual(0.005)
    expect(errors.fringe).toBeLessThanOrEqual(3)
  })

  it('finds the outline of hair in a JPEG whose key is not the one asked for', async () => {
    const truth = await keyedSubject('hair', { key: '#10e818', slope: 16, noise: 1, jpeg: 92 })
    const { png } = await cutOut({ raw: truth.raw, way: 'key', key: '#00ff00' })
    const errors = await cutoutErrors(truth, png ?? new Uint8Array(), [255, 255, 255])
    expect(errors.alpha).toBeLessThanOrEqual(0.02)
    expect(errors.fringe).toBeLessThanOrEqual(3)
  })

  const alphaAt = async (png: Uint8Array | null, x: number, y: number) => {
    const pixels = await sharp(png ?? new Uint8Array())
      .raw()
      .toBuffer()
    return pixels[(y * 240 + x) * 4 + 3]
  }

  it('keeps a part of the subject whole that comes near the key', async () => {
    const raw = await drawn(
      '#00ff00',
      '<circle cx="120" cy="120" r="90" fill="#b03028"/><circle cx="120" cy="120" r="40" fill="#5f8a3c"/>',
    )
    const { png } = await cutOut({ raw, way: 'key', key: '#00ff00' })
    expect(await alphaAt(png, 120, 120)).toBe(255)
    expect(await alphaAt(png, 120, 160)).toBe(255)
  })

  it('makes a shadow on the key dark and translucent', async () => {
    const raw = await drawn(
      '#00ff00',
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
    const raw = await drawn(
      '#fff',
      '<circle cx="120" cy="120" r="80" fill="#335"/><circle cx="120" cy="120" r="30" fill="#fff"/>',
    )
    const { png } = await cutOut({ raw, way: 'key', key: '#00ff00' })
    expect(await alphaAt(png, 120, 120)).toBe(255)
    expect(await alphaAt(png, 5, 5)).toBe(0)
  })

  it('keys what is opaque of a picture that is transparent only in a corner', async () => {
    const disc = await drawn('#00ff00', '<circle cx="120" cy="120" r="80" fill="#c02020"/>')
    const corner = await sharp(
      Buffer.from('<svg width="27" height="27"><rect width="27" height="27"/></svg>'),
    ).toBuffer()
    const raw = await sharp(disc)
      .ensureAlpha()
      .composite([{ input: corner, left: 0, top: 0, blend: 'dest-out' }])
      .png()
      .toBuffer()
    const { png, transparent, refused } = await cutOut({ raw, way: 'key', key: '#00ff00' })
    expect(refused).toBeNull()
    expect(transparent).toBeCloseTo(1 - Math.PI / 9, 1)
    expect([await alphaAt(png, 5, 5), await alphaAt(png, 235, 235), await alphaAt(png, 120, 120)]).toEqual([0, 0, 255])
  })

  it('keeps a subject the model cut out itself, also where it has the colour of the key', async () => {
    const raw = await cutOutPng('#00ff00')
    const { png, refused } = await cutOut({ raw, way: 'key', key: '#00ff00' })
    expect(refused).toBeNull()
    expect(await alphaAt(png, 120, 120)).toBe(255)
  })

  it('refuses what is behind when it is not flat', async () => {
    const gradient = await drawn(
      'url(#g)',
      '<defs><linearGradient id="g"><stop stop-color="#00ff00"/><stop offset="1" stop-color="#003366"/></linearGradient></defs>',
    )
    for (const raw of [await noise(300, 200).png().toBuffer(), gradient]) {
      expect(await cutOut({ raw, way: 'key', key: '#00ff00' })).toMatchObject({ png: null, refused: 'not_flat' })
    }
  })
})

describe('cutOut of a picture without a subject', () => {
  const clear = () => sharp(new Uint8Array(200 * 200 * 4), { raw: { width: 200, height: 200, channels: 4 } }).png()
  it.each([
    ['the key', 'key', () => flatPng('#00ff00')],
    ['another colour', 'key', () => flatPng('#e08090')],
    ['nothing', 'key', () => clear().toBuffer()],
    ['nothing', 'transparent', () => clear().toBuffer()],
  ] as const)('refuses %s alone by the way %s', async (_, way, make) => {
    expect(await cutOut({ raw: await make(), way, key: '#00ff00' })).toEqual({
      png: null,
      transparent: 1,
      refused: 'empty',
    })
  })
})

describe('cutOut of a transparent picture', () => {
  const question = { way: 'transparent', key: '#00ff00' } as const
  const shaped = (shape: string): Promise<Buffer> =>
    sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="240" height="240">${shape}</svg>`))
      .png()
      .toBuffer()

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

  it.each([
    ['a hole in an opaque picture', '<path fill-rule="evenodd" d="M0 0h240v240h-240zM90 90v60h60v-60z"/>'],
    ['round corners', '<rect width="240" height="240" rx="22"/>'],
    ['a corner that is missing', '<path d="M36 0h204v240h-240v-204z"/>'],
  ])('refuses %s: what surrounds its subject is still there', async (_, shape) => {
    const { png, transparent, refused } = await cutOut({ ...question, raw: await shaped(shape) })
    expect([png, refused]).toEqual([null, 'opaque'])
    expect(transparent).toBeGreaterThan(0.005)
  })

  it.each([
    ['a bust, cut by the lower edge', '<path d="M60 240v-120l60-80 60 80v120z"/>'],
    ['a mountain that reaches three sides', '<path d="M0 240v-200l120-30 120 30v200z"/>'],
    [
      'a ring that touches all four sides',
      '<circle cx="120" cy="120" r="108" fill="none" stroke="#000" stroke-width="24"/>',
    ],
    [
      'a subject with traces along the border',
      '<path opacity="0.04" fill-rule="evenodd" d="M0 0h240v240h-240zM30 30v180h180v-180z"/><path d="M90 90h60v60h-60z"/>',
    ],
  ])('keeps %s', async (_, shape) => {
    expect(await cutOut({ ...question, raw: await shaped(shape) })).toMatchObject({ refused: null })
  })

  it('tells a damaged one', async () => {
    await expect(cutOut({ ...question, raw: truncated(await noise().png().toBuffer()) })).rejects.toMatchObject({
      code: 'image_damaged',
    })
  })
})
