import fc from 'fast-check'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import type { Rect } from '#domain/rect.ts'
import { composite } from '#proxy/pixels/edit/composite.ts'
import { prepareMask } from '#proxy/pixels/edit/prepare-mask.ts'
import { maskPng, painted, randomFrom, wholeCut } from '#support/edits/draw.ts'
import { readPng } from '#support/edits/read-png.ts'

const EDITS = 100

type Kind = 'rgb' | 'rgba' | 'grey' | 'grey and alpha' | 'palette' | '16 bit' | 'jpeg' | 'webp'
const KINDS: readonly Kind[] = ['rgb', 'rgba', 'grey', 'grey and alpha', 'palette', '16 bit', 'jpeg', 'webp']

const anyEdit = fc.record({
  kind: fc.constantFrom(...KINDS),
  width: fc.integer({ min: 1, max: 40 }),
  height: fc.integer({ min: 1, max: 40 }),
  grown: fc.boolean(),
  margins: fc.tuple(fc.nat(12), fc.nat(12), fc.nat(12), fc.nat(12)),
  shape: fc.constantFrom('boxes', 'line', 'noise', 'disc', 'border'),
  window: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
  overhang: fc.tuple(fc.nat(12), fc.nat(12)),
  raw: fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 })),
  rawAlpha: fc.boolean(),
  match: fc.boolean(),
  seed: fc.nat(),
})
type AnyEdit = typeof anyEdit extends fc.Arbitrary<infer Value> ? Value : never

async function originalOf({ kind, width, height }: AnyEdit, random: () => number): Promise<Uint8Array> {
  const level = () => Math.floor(random() * 256)
  const clear = kind === 'rgba' || kind === 'grey and alpha' || kind === 'webp'
  const alpha = () => (random() < 0.3 ? 0 : level())
  const { data } = painted({ width, height }, () => [level(), level(), level(), clear ? alpha() : 255])
  const image = sharp(data, { raw: { width, height, channels: 4 } })
  if (!clear) image.removeAlpha()
  if (kind.startsWith('grey')) return await image.toColourspace('b-w').png().toBuffer()
  if (kind === 'palette') return await image.png({ palette: true, colours: 16 }).toBuffer()
  if (kind === '16 bit') return await image.toColourspace('rgb16').png().toBuffer()
  if (kind === 'jpeg') return await image.jpeg({ quality: 80 }).toBuffer()
  if (kind === 'webp') return await image.webp({ lossless: true, exact: true }).toBuffer()
  return await image.png().toBuffer()
}

function freeIn({ shape }: AnyEdit, { width, height }: { width: number; height: number }, random: () => number) {
  const [x0, y0] = [Math.floor(random() * width), Math.floor(random() * height)]
  const radius = 1 + random() * 30
  const noise = Uint8Array.from({ length: width * height }, () => (random() < 0.4 ? 1 : 0))
  const shapes: Record<typeof shape, (x: number, y: number) => boolean> = {
    boxes: (x, y) => x >= x0 && y >= y0 && x < x0 + radius && y < y0 + radius,
    line: (x) => x === x0,
    noise: (x, y) => noise[y * width + x] === 1,
    disc: (x, y) => Math.hypot(x - x0, y - y0) < radius,
    border: (x, y) => x === 0 || y === 0 || x === width - 1 || y === height - 1,
  }
  return shapes[shape]
}

/** Around a random point of what may change, and sometimes beyond the canvas. */
function windowOf(
  { window, overhang }: AnyEdit,
  canvas: { width: number; height: number },
  at: { x: number; y: number },
): Rect {
  const [left, top] = [Math.floor(at.x * (window[0] ?? 0)), Math.floor(at.y * (window[1] ?? 0))]
  const width = Math.max(1, canvas.width - left)
  const height = Math.max(1, canvas.height - top)
  return {
    x: left - overhang[0],
    y: top - overhang[1],
    width: width + 2 * overhang[0],
    height: height + 2 * overhang[1],
  }
}

it(`keeps every protected pixel, byte for byte, in ${EDITS} edits by an engine that redraws everything`, async () => {
  let edits = 0
  let pixels = 0
  const property = fc.asyncProperty(anyEdit, async (edit) => {
    const random = randomFrom(edit.seed)
    const { width, height } = edit
    const [left, top, right, bottom] = edit.grown ? edit.margins : [0, 0, 0, 0]
    const canvas = { width: width + left + right, height: height + top + bottom }
    const free = freeIn(edit, canvas, random)
    const spots: { x: number; y: number }[] = []
    for (let y = 0; y < canvas.height; y++) for (let x = 0; x < canvas.width; x++) if (free(x, y)) spots.push({ x, y })
    fc.pre(spots.length > 0 && spots.length < canvas.width * canvas.height)
    const original = await originalOf(edit, random)
    const mask = await prepareMask(await maskPng(canvas, free), canvas)
    const [rawWidth, rawHeight] = edit.raw
    const channels = edit.rawAlpha ? 4 : 3
    const noise = Buffer.from(Uint8Array.from({ length: rawWidth * rawHeight * channels }, () => random() * 256))
    const raw = await sharp(noise, { raw: { width: rawWidth, height: rawHeight, channels } })
      .png()
      .toBuffer()
    const spot = spots[Math.floor(random() * spots.length)] ?? { x: 0, y: 0 }
    const window = edit.grown ? windowOf(edit, canvas, { x: 0, y: 0 }) : windowOf(edit, canvas, spot)
    const cut = wholeCut({ width, height }, { canvas, at: { x: left, y: top }, window })

    const { png, measures } = await composite({ original, mask: mask.png, raw, cut, match: edit.match })

    const kept = await sharp(original)
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    const found = readPng(png)
    expect([found.width, found.height, found.channels]).toEqual([canvas.width, canvas.height, kept.info.channels])
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        if (free(left + x, top + y)) continue
        pixels += 1
        const [at, to] = [(y * width + x) * found.channels, ((top + y) * canvas.width + left + x) * found.channels]
        for (let one = 0; one < found.channels; one++) {
          if (found.data[to + one] !== kept.data[at + one]) expect.fail(`pixel ${x}, ${y} changed`)
        }
      }
    }
    expect(measures?.changedOutside).toBe(0)
    edits += 1
  })
  await fc.assert(property, { numRuns: EDITS })
  expect(edits).toBe(EDITS)
  expect(pixels).toBeGreaterThan(15_000)
})
