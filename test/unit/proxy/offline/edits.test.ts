import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { VERBS, type Verb } from '#domain/edits/verb.ts'
import { composePrompt } from '#domain/prompt.ts'
import { type Asked, drawOffline } from '#support/draw-offline.ts'
import { sampleBrief } from '#support/sample-brief.ts'
import { sampleEdit } from '#support/sample-edit.ts'
import { cutOutPng } from '#support/sample-images.ts'

const SIZE = { width: 1024, height: 640 }
const HOLE = { left: 384, top: 160, width: 256, height: 320 }

type Box = typeof HOLE
const svg = (body: string) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE.width}" height="${SIZE.height}">${body}</svg>`)
const rect = ({ left, top, width, height }: Box, fill: string) =>
  `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="${fill}"/>`
const ALL = { left: 0, top: 0, ...SIZE }

/** Clear inside the box, or outside it. */
const maskOf = (box: Box, clear: 'inside' | 'outside') =>
  clear === 'outside'
    ? sharp(svg(rect(box, '#ffffff')))
        .png()
        .toBuffer()
    : sharp(svg(rect(ALL, '#ffffff')))
        .composite([{ input: svg(rect(box, '#000000')), blend: 'dest-out' }])
        .png()
        .toBuffer()

/** Mean red, green and blue of a part. */
async function mean(bytes: Uint8Array, box: Box): Promise<[number, number, number]> {
  const part = await sharp(bytes).removeAlpha().extract(box).toColourspace('srgb').png().toBuffer()
  const { channels } = await sharp(part).stats()
  return [channels[0]?.mean ?? -1, channels[1]?.mean ?? -1, channels[2]?.mean ?? -1]
}
const apart = (a: number[], b: number[]) => Math.max(...a.map((value, i) => Math.abs(value - (b[i] ?? 999))))

const OUTSIDE = { left: 20, top: 20, width: 300, height: 600 }
const MIDDLE = { left: 480, top: 260, width: 64, height: 120 }

describe('offline edits', () => {
  let original: Buffer
  let mask: Buffer
  let before: { outside: number[]; middle: number[] }
  beforeAll(async () => {
    original = await sharp(svg(rect(ALL, '#7f8c99') + rect({ ...HOLE, left: 424, width: 176 }, '#d01818')))
      .removeAlpha()
      .png()
      .toBuffer()
    mask = await maskOf(HOLE, 'inside')
    before = { outside: await mean(original, OUTSIDE), middle: await mean(original, MIDDLE) }
  })

  const edit = async (verb: Verb, change: string, more: Partial<Asked> & { exactTexts?: string[] } = {}) => {
    const { exactTexts = [], references = [], ...asked } = { mask, ...more }
    const prompt = `Use: Edit of an existing picture\nTask: ${VERBS[verb].task}\nChange: ${change}\nImage 1: the picture to edit`
    const { first } = await drawOffline({
      idea: '',
      ...asked,
      references: [{ role: 'original', bytes: original }, ...references],
      request: { prompt, size: SIZE, exactTexts },
    })
    return first
  }

  it('redraw everything a little, always the same way; what is removed makes way for what is around it', async () => {
    const drawn = await edit('remove', 'the red post')
    const drift = apart(await mean(drawn, OUTSIDE), before.outside)
    expect(drift).toBeGreaterThan(2)
    expect(drift).toBeLessThan(20)
    expect((await edit('remove', 'the red post')).equals(drawn)).toBe(true)
    expect(apart(await mean(drawn, MIDDLE), await mean(drawn, OUTSIDE))).toBeLessThan(8)
  })

  it('replace: the thing that is named stands there, or the one a reference shows', async () => {
    const [red, green] = await mean(await edit('replace', 'the post: a forest green vase'), MIDDLE)
    expect(green).toBeGreaterThan(red + 15)
    const references = [{ role: 'subject', bytes: await cutOutPng('#ff7a00') } as const]
    const shown = await mean(await edit('replace', 'the post: this', { references }), MIDDLE)
    expect(apart(shown, [255, 122, 0])).toBeLessThan(12)
  })

  it('recolour: in the colour that is named, inside the mask only', async () => {
    const drawn = await edit('recolour', 'the post: cobalt')
    const [red, , blue] = await mean(drawn, MIDDLE)
    expect(blue).toBeGreaterThan(red + 40)
    expect(apart(await mean(drawn, OUTSIDE), before.outside)).toBeLessThan(20)
  })

  it('without a mask: everywhere', async () => {
    const form = { idea: '', references: [{ role: 'original', bytes: original } as const] }
    const prompt = `Task: ${VERBS.season.task}\nChange: a dark night`
    const { first } = await drawOffline({ ...form, request: { prompt, size: SIZE } })
    expect((before.outside[0] ?? 0) - (await mean(first, OUTSIDE))[0]).toBeGreaterThan(40)
  })

  it('season: winter is lighter than night', async () => {
    const [winter, night] = [await edit('season', 'a snowy winter day'), await edit('season', 'midnight')]
    expect((await mean(winter, MIDDLE))[1] - (await mean(night, MIDDLE))[1]).toBeGreaterThan(15)
  })

  it('text: sets the exact words, else those that are quoted last', async () => {
    const ink = async (drawn: Uint8Array) => {
      const part = await sharp(drawn).extract(HOLE).greyscale().raw().toBuffer()
      return part.filter((value) => value < 60 || value > 235).length / part.length
    }
    const given = await edit('text', 'other words', { exactTexts: ['Winter sale'] })
    const inkGiven = await ink(given)
    expect(inkGiven).toBeGreaterThan(0.03)
    const quoted = await edit('text', '“Summer sale” becomes “Winter sale”')
    expect(await ink(quoted)).toBeCloseTo(inkGiven, 2)
  })

  it.each([
    ['change', 'the post: make it teal'],
    ['outfit', 'a navy blazer'],
    ['relight', 'warm sunset light'],
    ['restyle', 'flat paper-cut'],
    ['premium', 'soft studio light'],
  ] as const)('%s: changes the place more than the rest', async (verb, change) => {
    const drawn = await edit(verb, change)
    const drift = apart(await mean(drawn, OUTSIDE), before.outside)
    expect(apart(await mean(drawn, MIDDLE), before.middle)).toBeGreaterThan(drift + 3)
  })

  it('continue a picture beyond its borders in the colours it has there', async () => {
    const [left, right] = [
      { ...HOLE, width: 128 },
      { ...HOLE, left: 512, width: 128 },
    ]
    const inner = await sharp(svg(rect(ALL, '#808080') + rect(left, '#c03030') + rect(right, '#3030c0')))
      .png()
      .toBuffer()
    const brief = sampleBrief({ mode: 'expand', idea: '', edit: sampleEdit({ canvas: SIZE }) })
    const prompt = composePrompt(brief, { band: null, window: { x: 0, y: 0, ...SIZE } })
    const { first } = await drawOffline({
      idea: '',
      references: [{ role: 'original', bytes: inner }],
      mask: await maskOf(HOLE, 'outside'),
      request: { prompt, size: SIZE },
    })
    const beside = (x: number) => mean(first, { left: x, top: 200, width: 40, height: 240 })
    const [west, east] = [await beside(320), await beside(660)]
    expect(west[0]).toBeGreaterThan(west[2] + 60)
    expect(east[2]).toBeGreaterThan(east[0] + 60)
    expect(apart(await mean(first, left), [192, 48, 48])).toBeLessThan(20)
  })
})

describe('offline subjects alone', () => {
  const keyed = 'Subject: a terracotta vase\nBackdrop: one flat even colour, #00c8ff, from edge to edge; no shadow'
  const corners = [
    { left: 0, top: 0, width: 40, height: 40 },
    { left: 984, top: 600, width: 40, height: 40 },
  ]

  it('stand on the key colour, which is a little uneven and has nothing else in it', async () => {
    const references = [{ role: 'subject', bytes: await cutOutPng('#ff7a00') } as const]
    for (const more of [{}, { references }]) {
      const { first } = await drawOffline({ idea: '', ...more, request: { prompt: keyed, size: SIZE } })
      for (const corner of corners) {
        expect(apart(await mean(first, corner), [0, 200, 255])).toBeLessThan(3)
        const { channels } = await sharp(await sharp(first).extract(corner).png().toBuffer()).stats()
        expect(channels[1]?.stdev).toBeGreaterThan(0.5)
      }
      const [red, , blue] = await mean(first, { left: 492, top: 300, width: 40, height: 40 })
      expect(red).toBeGreaterThan(blue + 60)
    }
  })

  it('stand on nothing where the model makes that', async () => {
    const prompt = 'Subject: a terracotta vase\nBackdrop: none, fully transparent'
    const request = { prompt, size: SIZE, model: 'gpt-image-2.5-flare', background: 'transparent' } as const
    const { first } = await drawOffline({ idea: '', request })
    const alpha = await sharp(first).extractChannel(3).raw().toBuffer()
    expect([alpha[0], alpha.at(-1), alpha[320 * SIZE.width + 512]]).toEqual([0, 0, 255])
  })
})

describe('offline backgrounds', () => {
  it('stay calm where something stands in front, and do not draw it', async () => {
    const front = 'In front: “Card”, at 20–80% of the width and 10–90% of the height'
    const idea = 'abstract geometric paper shapes'
    const draw = async (lines: string) => {
      const prompt = `Use: New background for a design\nBackground: ${idea}\nImage 1: what stands in front\n${lines}`
      const references = [{ role: 'foreground', bytes: await cutOutPng('#ff00ff') } as const]
      return (await drawOffline({ idea, references, request: { prompt, size: SIZE } })).first
    }
    const unrest = async (bytes: Uint8Array) => {
      const box = { left: 260, top: 110, width: 500, height: 420 }
      const part = sharp(await sharp(bytes).extract(box).greyscale().resize(100).png().toBuffer())
      const edges = part.convolve({ width: 3, height: 3, kernel: [-1, -1, -1, -1, 8, -1, -1, -1, -1], offset: 128 })
      return (await sharp(await edges.png().toBuffer()).stats()).channels[0]?.stdev ?? 0
    }
    const calm = await draw(front)
    expect(await unrest(calm)).toBeLessThan((await unrest(await draw('Avoid: noise'))) * 0.8)
    const [red, green, blue] = await mean(calm, MIDDLE)
    expect(Math.min(red, blue) - green).toBeLessThan(120)
  })
})
