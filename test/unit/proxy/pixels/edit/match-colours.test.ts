import { describe, expect, it } from 'vitest'
import { composite } from '#proxy/pixels/edit/composite.ts'
import { prepareMask } from '#proxy/pixels/edit/prepare-mask.ts'
import { inBox, maskPng, type Painter, paintPng, wholeCut } from '#support/edits/draw.ts'
import { readPng } from '#support/edits/read-png.ts'

const soft: Painter = (x, y) => [90 + 40 * Math.sin(x / 60), 110 + 30 * Math.cos(y / 50), 120]
const GREY: Painter = () => [100, 100, 100]
const SIZE = { width: 160, height: 120 }

interface Question {
  box?: { x: number; y: number; width: number; height: number }
  raw: Painter
  original?: Painter
  size?: { width: number; height: number }
}

async function matched({ box = { x: 28, y: 30, width: 90, height: 60 }, raw, original = GREY, size = SIZE }: Question) {
  const { png: mask } = await prepareMask(await maskPng(size, inBox(box)), size)
  const files = { original: await paintPng(size, original), mask, raw: await paintPng(size, raw) }
  const { png, measures } = await composite({ ...files, cut: wholeCut(size), match: true })
  const { data } = readPng(png)
  return { seam: measures?.seam, red: (x: number, y: number) => data[(y * size.width + x) * 3] ?? Number.NaN }
}

const tinted = (x: number, y: number): number[] => soft(x, y).map((level, one) => (one === 0 ? level + 12 : level))

describe('an edge on the border of a block', () => {
  const size = { width: 420, height: 360 }
  it.each([
    ['inside', { x: 203, y: 101, width: 160, height: 160 }],
    ['another square', { x: 64, y: 64, width: 256, height: 256 }],
    ['at the left side', { x: 0, y: 20, width: 320, height: 320 }],
    ['from the top to the bottom', { x: 80, y: 0, width: 160, height: 360 }],
  ])('has a seam and is matched: %s', async (_, box) => {
    const { seam } = await matched({ size, box, original: soft, raw: tinted })
    expect(seam?.before).toBeGreaterThan(3)
    expect(seam?.after).toBeLessThan(0.7)
  })

  it('of an expanded canvas too', async () => {
    const own = { width: 400, height: 160 }
    const canvas = { width: 720, height: 160 }
    const cut = wholeCut(own, { canvas, at: { x: 160, y: 0 }, window: { x: 0, y: 0, ...canvas } })
    const raw = await paintPng(canvas, (x, y) => tinted(x - 160, y))
    const { measures } = await composite({ original: await paintPng(own, soft), mask: null, raw, cut, match: true })
    expect(measures?.seam?.before).toBeGreaterThan(3)
    expect(measures?.seam?.after).toBeLessThan(0.7)
  })
})

describe('how far matching goes', () => {
  it('adds nothing to a picture that has little to do with the original', async () => {
    const { seam, red } = await matched({ original: soft, raw: () => [10, 10, 60] })
    expect(seam?.before).toBeGreaterThan(20)
    expect(seam?.after).toBe(seam?.before)
    expect(red(40, 60)).toBe(10)
  })

  it('adds at most 40 levels to a channel, also where the edge asks for more', async () => {
    const steps: Painter = (x) => (x < 90 ? [62, 62, 62] : [22, 22, 22])
    const { red } = await matched({ raw: steps })
    const added = Array.from({ length: 80 }, (_, step) => red(33 + step, 60) - (33 + step < 90 ? 62 : 22))
    expect(Math.max(...added)).toBeLessThanOrEqual(40)
    expect(Math.max(...added)).toBeGreaterThan(30)
  })

  it('tells the seam of the pixels as they are pasted: black can not get darker', async () => {
    const inside = inBox({ x: 28, y: 30, width: 90, height: 60 })
    const chess = (x: number, y: number) => (x + y) % 2 === 0
    const { seam } = await matched({
      raw: (x, y) => (inside(x, y) ? (chess(x, y) ? [60, 60, 60] : [0, 0, 0]) : [130, 130, 130]),
    })
    expect(seam?.after).toBeGreaterThan(2)
    expect(seam?.after).toBeLessThan(seam?.before ?? 0)
  })

  it('leaves out a stretch of the edge where the model drew something else', async () => {
    // A tint all around, and a dark thing across the right edge.
    const thing = inBox({ x: 96, y: 45, width: 50, height: 30 })
    const { red } = await matched({ raw: (x, y) => (thing(x, y) ? [62, 62, 62] : [112, 112, 112]) })
    expect(Math.abs(red(33, 60) - 100)).toBeLessThan(3)
    expect(red(112, 60)).toBeLessThan(75)
  })

  it('adds nothing when that would make the seam worse', async () => {
    // Only far from the edge is the picture lighter, and there the cells of a large area still look.
    const size = { width: 1140, height: 64 }
    const box = { x: 0, y: 18, width: 1140, height: 46 }
    const { seam } = await matched({ size, box, raw: (_, y) => (y < 8 ? [130, 130, 130] : [100, 100, 100]) })
    expect(seam?.before).toBeLessThan(0.01)
    expect(seam?.after).toBe(seam?.before)
  })
})
