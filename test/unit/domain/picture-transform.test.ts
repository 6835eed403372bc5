import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Affine, apply, invert, multiply } from '#domain/affine.ts'
import { type FilledNode, pictureTransform } from '#domain/picture-transform.ts'
import { coverTransform } from '#domain/placement.ts'

const node = { name: 'Hero', width: 400, height: 300 }
const wide = { width: 1000, height: 500 }

const at = (filled: FilledNode, x: number, y: number) => {
  const point = apply(pictureTransform(filled), { x, y })
  return [point.x, point.y].map((value) => Math.round(value * 1e6) / 1e6 + 0)
}

describe('pictureTransform', () => {
  it('fills: the middle stays, the longer side is cut', () => {
    expect(at({ scaleMode: 'FILL', node, picture: wide }, 200, 150)).toEqual([500, 250])
    expect(at({ scaleMode: 'FILL', node, picture: wide }, 0, 0)).toEqual(
      [(1000 - (400 * 500) / 300) / 2, 0].map(round6),
    )
  })

  it('fits: the picture is whole, the layer has room beside it', () => {
    expect(at({ scaleMode: 'FIT', node, picture: wide }, 0, 50)).toEqual([0, 0])
    expect(at({ scaleMode: 'FIT', node, picture: wide }, 400, 250)).toEqual([1000, 500])
  })

  it.each([
    [90, 0, 500],
    [180, 1000, 500],
    [270, 1000, 0],
    [-90, 1000, 0],
    [360, 0, 0],
  ])('turned by %d degrees clockwise its top left corner shows pixel %d, %d', (rotation, x, y) => {
    const picture = { width: 1000, height: 500 }
    const turned = Math.abs(rotation) % 180 === 90
    const square = { name: '', width: turned ? 50 : 100, height: turned ? 100 : 50 }
    expect(at({ scaleMode: 'FILL', rotation, node: square, picture }, 0, 0)).toEqual([x, y])
  })

  it('crops as Figma’s own transform says, flipped and turned too', () => {
    const crop = (imageTransform: FilledNode['imageTransform']): FilledNode => ({
      scaleMode: 'CROP',
      imageTransform,
      node,
      picture: wide,
    })
    const half = crop([
      [0.5, 0, 0.25],
      [0, 1, 0],
    ])
    expect([at(half, 0, 0), at(half, 400, 300)]).toEqual([
      [250, 0],
      [750, 500],
    ])
    const flipped = crop([
      [-1, 0, 1],
      [0, 1, 0],
    ])
    expect(at(flipped, 100, 30)).toEqual([750, 50])
    const turned = crop([
      [0, 1, 0],
      [-1, 0, 1],
    ])
    expect(at(turned, 0, 0)).toEqual([0, 500])
    expect(at(turned, 400, 0)).toEqual([0, 0])
    expect(at(crop(undefined), 200, 150)).toEqual([500, 250])
  })

  it('agrees with the crop that placing writes', () => {
    const size = fc.record({ width: fc.integer({ min: 1, max: 5000 }), height: fc.integer({ min: 1, max: 5000 }) })
    fc.assert(
      fc.property(size, size, (box, picture) => {
        const filled = { node: { name: '', ...box }, picture }
        const fill = pictureTransform({ scaleMode: 'FILL', ...filled })
        const crop = pictureTransform({ scaleMode: 'CROP', imageTransform: coverTransform(picture, box), ...filled })
        fill.forEach((value, i) => {
          expect(crop[i]).toBeCloseTo(value, 6)
        })
      }),
    )
  })

  it('refuses a tiled picture by the layer’s name', () => {
    expect(() => pictureTransform({ scaleMode: 'TILE', node, picture: wide })).toThrow(/“Hero” is tiled/)
  })
})

describe('Affine', () => {
  const number = fc.double({ min: -100, max: 100, noNaN: true })
  const affine: fc.Arbitrary<Affine> = fc.tuple(number, number, number, number, number, number)
  const steady = affine.filter(([a, b, c, d]) => Math.abs(a * d - b * c) > 1)
  const point = fc.record({ x: number, y: number })

  it('does one after the other', () => {
    fc.assert(
      fc.property(affine, affine, point, (last, first, start) => {
        const both = apply(multiply(last, first), start)
        const one = apply(last, apply(first, start))
        expect(both.x).toBeCloseTo(one.x, 5)
        expect(both.y).toBeCloseTo(one.y, 5)
      }),
    )
  })

  it('goes and comes back', () => {
    fc.assert(
      fc.property(steady, point, (there, start) => {
        const back = invert(there)
        const end = back && apply(back, apply(there, start))
        expect(end?.x).toBeCloseTo(start.x, 4)
        expect(end?.y).toBeCloseTo(start.y, 4)
      }),
    )
  })

  it('knows no way back from a line', () => {
    expect(invert([2, 4, 1, 2, 0, 0])).toBeNull()
    expect(invert([0, 0, 0, 0, 5, 5])).toBeNull()
  })
})

function round6(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
