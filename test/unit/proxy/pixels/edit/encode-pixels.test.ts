import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { encodePixels } from '#proxy/pixels/edit/encode-pixels.ts'
import type { Pixels } from '#proxy/pixels/edit/pixels.ts'
import { encodePng } from '#proxy/pixels/encode-png.ts'
import { randomFrom } from '#support/edits/draw.ts'
import { readPng } from '#support/edits/read-png.ts'

const decoded = async (png: Uint8Array): Promise<Pixels> => {
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, channels: info.channels === 4 ? 4 : 3 }
}

/** Light that gets brighter to the right and below, with grain: each filter suits some of it. */
function drawn(width: number, height: number, { channels, grain, slope }: Look, random = randomFrom(width)): Pixels {
  const data = new Uint8Array(width * height * channels)
  for (let at = 0; at < data.length; at++) {
    const pixel = Math.floor(at / channels)
    data[at] = slope[0] * (pixel % width) + slope[1] * Math.floor(pixel / width) + grain * random()
  }
  return { data, width, height, channels }
}

interface Look {
  channels: 3 | 4
  grain: number
  slope: readonly [number, number]
}

const anyLook = fc.record({
  channels: fc.constantFrom(3 as const, 4 as const),
  grain: fc.constantFrom(0, 1, 3, 9, 256),
  slope: fc.tuple(fc.nat(30), fc.nat(30)),
})

describe('pixels as PNG', () => {
  it('are the same when a decoder of others, and one by the rules, has read them', async () => {
    const anySize = fc.integer({ min: 1, max: 40 })
    const property = fc.asyncProperty(anySize, anySize, anyLook, async (width, height, look) => {
      const pixels = drawn(width, height, look)
      const png = await encodePixels(pixels)
      for (const found of [await decoded(png), readPng(png)]) {
        expect([found.width, found.height, found.channels]).toEqual([width, height, look.channels])
        expect(Buffer.compare(found.data, pixels.data)).toBe(0)
      }
    })
    await fc.assert(property, { numRuns: 40 })
  })

  it.each([3, 4] as const)('of %i channels are whole across strips, and no larger than sharp’s', async (channels) => {
    const pixels = drawn(700, 650, { channels, grain: 6, slope: [0.1, 0.07] })
    const png = await encodePixels(pixels)
    expect(Buffer.compare((await decoded(png)).data, pixels.data)).toBe(0)
    const { data, ...raw } = pixels
    const theirs = await encodePng(sharp(data, { raw })).toBuffer()
    expect(png.length).toBeLessThan(theirs.length * 1.02)
    expect(Buffer.compare(await encodePixels(pixels), png)).toBe(0)
  })

  it('have a row that is longer than a strip', async () => {
    const pixels = drawn(340_000, 2, { channels: 3, grain: 9, slope: [0, 20] })
    expect(Buffer.compare((await decoded(await encodePixels(pixels))).data, pixels.data)).toBe(0)
  })
})
