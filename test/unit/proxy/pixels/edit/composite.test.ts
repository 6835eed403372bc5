import { describe, expect, it } from 'vitest'
import { composite } from '#proxy/pixels/edit/composite.ts'
import { pasteRaw } from '#proxy/pixels/edit/paste-raw.ts'
import { prepareMask } from '#proxy/pixels/edit/prepare-mask.ts'
import { inBox, maskPng, type Painter, painted, paintPng, wholeCut } from '#support/edits/draw.ts'
import { readPng } from '#support/edits/read-png.ts'

const SIZE = { width: 160, height: 120 }
const BOX = { x: 40, y: 30, width: 80, height: 60 }
const GREY: Painter = () => [100, 100, 100]
const LIGHT: Painter = () => [200, 200, 200]
const soft: Painter = (x, y) => [90 + 40 * Math.sin(x / 30), 110 + 30 * Math.cos(y / 25), 120]

const maskOf = async (free: (x: number, y: number) => boolean, size = SIZE) =>
  (await prepareMask(await maskPng(size, free), size)).png

interface Drawing {
  original?: Painter
  raw?: Painter
  free?: (x: number, y: number) => boolean
  match?: boolean
}

async function edited({ original = GREY, raw = LIGHT, free = inBox(BOX), match = false }: Drawing) {
  const answer = { original: await paintPng(SIZE, original), mask: await maskOf(free), raw: await paintPng(SIZE, raw) }
  const { png, measures } = await composite({ ...answer, cut: wholeCut(SIZE), match })
  const { data, channels } = readPng(png)
  const at = (x: number, y: number) => [
    ...data.subarray((y * SIZE.width + x) * channels, (y * SIZE.width + x + 1) * channels),
  ]
  return { png, measures, at, red: (x: number, y: number) => at(x, y)[0] ?? Number.NaN }
}

describe('the edge of a change', () => {
  it('rises inside the mask from the original to the new picture and never falls', async () => {
    const { red } = await edited({})
    const across = Array.from({ length: 40 }, (_, step) => red(BOX.x + step, 60))
    expect(red(BOX.x - 1, 60)).toBe(100)
    expect(across[0]).toBeGreaterThan(100)
    expect(across[0]).toBeLessThan(200)
    expect(across.every((level, step) => step === 0 || level >= (across[step - 1] ?? 0))).toBe(true)
    expect(across.indexOf(200)).toBe(1)
  })

  it('is wider in large masks', async () => {
    const size = { width: 1400, height: 40 }
    const question = {
      original: await paintPng(size, GREY),
      mask: await maskOf(inBox({ x: 100, y: 0, width: 1200, height: 40 }), size),
      raw: await paintPng(size, LIGHT),
    }
    const { png } = await composite({ ...question, cut: wholeCut(size), match: false })
    const { data } = readPng(png)
    const row = Array.from({ length: 1400 }, (_, x) => data[(20 * 1400 + x) * 3] ?? 0)
    expect(row.indexOf(200) - 100).toBe(17)
    expect(row.lastIndexOf(200)).toBe(1300 - 18)
    expect(new Set(row.slice(100, 118)).size).toBe(18)
  })

  it('leaves lines of one pixel and thin strips whole in their middle', async () => {
    const line = await edited({ free: (x, y) => x === 70 && y > 10 && y < 100 })
    expect([line.red(69, 50), line.red(70, 50), line.red(71, 50)]).toEqual([100, 200, 100])
    const large = inBox({ x: 0, y: 0, width: 160, height: 40 })
    const both = await edited({ free: (x, y) => large(x, y) || (y > 80 && y < 84) })
    expect([both.red(50, 80), both.red(50, 82), both.red(50, 84)]).toEqual([100, 200, 100])
  })

  it('does not fade where the picture ends', async () => {
    const { red } = await edited({ free: (x) => x < 60 })
    expect([red(0, 0), red(0, 119), red(30, 0)]).toEqual([200, 200, 200])
    expect(red(59, 50)).toBeLessThan(200)
  })
})

describe('alpha', () => {
  it('becomes opaque where the change is whole and keeps its bytes outside, unseen colours too', async () => {
    const clear: Painter = (x, y) => [x, y, 7, x < 80 ? 0 : 90]
    const { at } = await edited({ original: clear })
    expect(at(5, 5)).toEqual([5, 5, 7, 0])
    expect(at(150, 110)).toEqual([150, 110, 7, 90])
    expect(at(70, 60)).toEqual([200, 200, 200, 255])
    const [red = 0, , , alpha = 0] = at(BOX.x, 60)
    expect(red).toBe(200)
    expect(alpha).toBeGreaterThan(0)
    expect(alpha).toBeLessThan(255)
  })
})

describe('a change behind something with a soft edge', () => {
  it('is opaque from the first free pixel on, and nothing of what is unseen shines into it', async () => {
    const opacity = (x: number) => Math.max(0, Math.min(1, (60 - x) / 6 + 0.5))
    const subject: Painter = (x) => (opacity(x) === 0 ? [255, 255, 255, 0] : [60, 20, 30, Math.round(opacity(x) * 255)])
    const dark: Painter = (x) => (opacity(x) >= 0.5 ? [60, 20, 30] : [15, 25, 60])
    const free = (x: number) => opacity(x) < 0.5
    const { at, measures } = await edited({ original: subject, raw: dark, free, match: true })
    for (let x = 61; x < 100; x++) {
      const [red = 255, green = 255, blue = 255, alpha = 0] = at(x, 60)
      expect(alpha).toBeGreaterThan(252)
      expect(Math.max(red, green, blue)).toBeLessThan(64)
    }
    expect(at(58, 60)).toEqual(subject(58, 60))
    expect(measures?.changedOutside).toBe(0)
  })
})

describe('matching colours', () => {
  const tinted: Painter = (x, y) => soft(x, y).map((level, one) => (one === 0 ? level + 12 : level))

  it('takes a tint of 12 levels off the seam, and most of it off what lies inside', async () => {
    const { measures, at } = await edited({ original: soft, raw: tinted, match: true })
    expect(measures?.seam?.before).toBeGreaterThan(3)
    expect(measures?.seam?.after).toBeLessThan(0.7)
    expect(Math.abs((at(BOX.x + 4, 60)[0] ?? 0) - (soft(BOX.x + 4, 60)[0] ?? 0))).toBeLessThan(3)
  })

  it('adds nothing when it is off, and says so by the same number twice', async () => {
    const { measures, at } = await edited({ original: soft, raw: tinted })
    expect(measures?.seam?.after).toBe(measures?.seam?.before)
    expect(Math.abs((at(80, 60)[0] ?? 0) - (tinted(80, 60)[0] ?? 0))).toBeLessThanOrEqual(1)
  })

  it('never makes the seam worse', async () => {
    const wild: Painter = (x, y) => [(x * 97) % 256, (y * 61) % 256, (x * y) % 256]
    const { measures } = await edited({ original: soft, raw: wild, match: true })
    expect(measures?.seam?.after).toBeLessThanOrEqual(measures?.seam?.before ?? 0)
  })

  it('leaves the middle of a large change as the model drew it', async () => {
    const size = { width: 700, height: 700 }
    const mask = await maskOf(inBox({ x: 20, y: 20, width: 660, height: 660 }), size)
    const raw = await paintPng(size, () => [112, 100, 100])
    const question = { original: await paintPng(size, GREY), mask, raw, cut: wholeCut(size), match: true }
    const { data } = readPng((await composite(question)).png)
    const red = (x: number, y: number) => data[(y * 700 + x) * 3]
    expect([red(26, 350), red(350, 350)]).toEqual([100, 112])
  })
})

describe('what is measured', () => {
  it('is nothing where the model changed nothing outside', async () => {
    const { measures } = await edited({ original: soft, raw: (x, y) => (inBox(BOX)(x, y) ? [9, 9, 9] : soft(x, y)) })
    expect(measures).toMatchObject({ changedOutside: 0, outside: 160 * 120 - 80 * 60, drift: { share: 0, mean: 0 } })
    expect(measures?.seam?.before).toBeLessThan(0.01)
  })

  it('is the drift of the raw picture, though nothing of it is left in the result', async () => {
    const half: Painter = (x, y) => (y < 20 ? [160, 100, 100] : inBox(BOX)(x, y) ? [1, 2, 3] : GREY(x, y))
    const { measures } = await edited({ raw: half })
    expect(measures?.changedOutside).toBe(0)
    expect(measures?.drift.share).toBeCloseTo((160 * 20) / (160 * 120 - 80 * 60), 2)
    expect(measures?.drift.mean).toBeGreaterThan(4)
  })
})

describe('an expanded canvas', () => {
  const canvas = { width: 240, height: 120 }
  const cut = wholeCut(SIZE, { canvas, at: { x: 50, y: 0 }, window: { x: 0, y: 0, ...canvas } })

  it('keeps the original where it lies and is the raw picture, opaque, in all that was added', async () => {
    const original = await paintPng(SIZE, (x, y) => [x, y, 3, (x * y) % 256])
    const raw = await paintPng({ width: 120, height: 60 }, LIGHT)
    const { png, measures } = await composite({ original, mask: null, raw, cut, match: false })
    const { data, channels } = readPng(png)
    expect(channels).toBe(4)
    const wanted = painted(canvas, (x, y) =>
      x >= 50 && x < 210 ? [x - 50, y, 3, ((x - 50) * y) % 256] : [200, 200, 200, 255],
    )
    expect(wanted.data.equals(data)).toBe(true)
    expect(measures).toMatchObject({ changedOutside: 0, outside: 160 * 120 })
  })

  it('meets the original in colour', async () => {
    const raw = await paintPng(canvas, (x, y) => soft(x - 50, y).map((level) => level + 12))
    const { measures } = await composite({ original: await paintPng(SIZE, soft), mask: null, raw, cut, match: true })
    expect(measures?.seam?.before).toBeGreaterThan(3)
    expect(measures?.seam?.after).toBeLessThan(0.7)
  })
})

describe('a whole picture', () => {
  it('that may change everywhere is the raw one in the original’s size, with nothing to measure', async () => {
    const raw = await paintPng({ width: 80, height: 60 }, LIGHT)
    const question = { original: await paintPng(SIZE, GREY), mask: null, raw, cut: wholeCut(SIZE), match: true }
    const { png, measures } = await composite(question)
    const { width, height, data } = readPng(png)
    expect([width, height, data.every((level) => level === 200), measures]).toEqual([160, 120, true, null])
  })

  it('shows all of the window unprotected when the raw picture is placed', async () => {
    const window = { x: 100, y: -20, width: 60, height: 160 }
    const question = { original: await paintPng(SIZE, GREY), raw: await paintPng(SIZE, LIGHT) }
    const { data } = readPng(await pasteRaw({ ...question, cut: wholeCut(SIZE, { window }) }))
    const red = (x: number, y: number) => data[(y * 160 + x) * 3]
    expect([red(99, 0), red(100, 0), red(159, 119)]).toEqual([100, 200, 200])
  })

  it('is the same bytes every time, in one column too', async () => {
    const size = { width: 1, height: 90 }
    const question = {
      original: await paintPng(size, soft),
      mask: await maskOf((_, y) => y > 40, size),
      raw: await paintPng({ width: 3, height: 7 }, LIGHT),
      cut: wholeCut(size),
      match: true,
    }
    const [one, other] = [await composite(question), await composite(question)]
    expect(Buffer.from(one.png).equals(other.png)).toBe(true)
    expect(one.measures).toEqual(other.measures)
    expect(one.measures).toMatchObject({ changedOutside: 0, outside: 41 })
  })

  it('has nothing to put together when the mask lies outside the window', async () => {
    const window = { x: 0, y: 0, width: 20, height: 20 }
    const files = {
      original: await paintPng(SIZE, GREY),
      raw: await paintPng(SIZE, LIGHT),
      mask: await maskOf(inBox(BOX)),
    }
    await expect(composite({ ...files, cut: wholeCut(SIZE, { window }), match: true })).rejects.toMatchObject({
      code: 'mask_outside',
    })
  })
})
