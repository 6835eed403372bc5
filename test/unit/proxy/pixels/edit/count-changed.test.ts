import { expect, it } from 'vitest'
import { countChanged } from '#proxy/pixels/edit/count-changed.ts'
import { onCanvas } from '#proxy/pixels/edit/on-canvas.ts'
import type { Pixels } from '#proxy/pixels/edit/pixels.ts'
import { inBox, painted, wholeCut } from '#support/edits/draw.ts'

const SIZE = { width: 30, height: 20 }
const AREA = { x: 10, y: 5, width: 12, height: 8 }
const FREE = inBox({ x: 14, y: 7, width: 4, height: 3 })

interface Difference {
  x: number
  y: number
  channel: number
}

/** Counts in a picture of four channels; the places are measured in the original, the canvas is larger by `grown`. */
async function counted(differences: readonly Difference[], grown = { x: 0, y: 0 }): Promise<number> {
  const own: Pixels = { ...SIZE, data: painted(SIZE, (x, y) => [x, y, 7, 90]).data, channels: 4 }
  const canvas = { width: SIZE.width + 2 * grown.x, height: SIZE.height + 2 * grown.y }
  const cut = wholeCut(SIZE, { canvas, at: grown })
  const result = await onCanvas(own, cut)
  for (const { x, y, channel } of differences) {
    const at = ((grown.y + y) * canvas.width + grown.x + x) * 4 + channel
    result.data[at] = (result.data[at] ?? 0) ^ 1
  }
  const free = Uint8Array.from({ length: AREA.width * AREA.height }, (_, at) =>
    FREE(AREA.x + (at % AREA.width), AREA.y + Math.floor(at / AREA.width)) ? 255 : 0,
  )
  const area = { ...AREA, x: AREA.x + grown.x, y: AREA.y + grown.y, free }
  return await countChanged({ result, own, cut, area })
}

const red = (x: number, y: number): Difference => ({ x, y, channel: 0 })

it.each<[string, Difference[], number]>([
  ['nothing', [], 0],
  ['what may change', [red(14, 7), red(17, 9), red(15, 8)], 0],
  ['rows above and below the area', [red(0, 0), red(29, 4), red(12, 13), red(29, 19)], 4],
  ['what lies beside the area', [red(9, 8), red(22, 8), red(0, 5), red(29, 12)], 4],
  ['protected pixels in the area', [red(10, 5), red(21, 12), red(13, 8), red(18, 8), red(14, 6), red(17, 10)], 6],
  ['alpha alone', [{ x: 3, y: 3, channel: 3 }], 1],
  [
    'another channel',
    [
      { x: 13, y: 9, channel: 1 },
      { x: 20, y: 7, channel: 2 },
    ],
    2,
  ],
  ['several channels of one pixel', [red(11, 6), { x: 11, y: 6, channel: 2 }, { x: 11, y: 6, channel: 3 }], 1],
])('counts %s', async (_, differences, count) => {
  expect(await counted(differences)).toBe(count)
  expect(await counted(differences, { x: 6, y: 3 })).toBe(count)
})

it('counts all of the original when the alpha is gone', async () => {
  const own: Pixels = { ...SIZE, data: painted(SIZE, () => [1, 2, 3, 4]).data, channels: 4 }
  const result: Pixels = { ...SIZE, data: painted(SIZE, () => [1, 2, 3]).data, channels: 3 }
  const area = { ...AREA, free: new Uint8Array(AREA.width * AREA.height) }
  expect(await countChanged({ result, own, cut: wholeCut(SIZE), area })).toBe(SIZE.width * SIZE.height)
})
