import { describe, expect, test } from 'vitest'
import type { SceneNode } from '#playground/figma/scene.ts'
import { openScene } from '#support/open-scene.ts'
import { pixelsOf } from './pixels.ts'
import { blue, green, halves, red, sceneOf } from './small-scene.ts'

const redPixel = [255, 0, 0, 255]

/** Draws layers in a clear 100×100 frame. */
async function draw(...children: readonly SceneNode[]) {
  const frame: SceneNode = { id: '1:5', type: 'FRAME', name: 'Frame', width: 100, height: 100, fills: [], children }
  const { host } = await openScene(sceneOf(frame))
  return pixelsOf(await host.exportNode('1:5', { format: 'PNG', useAbsoluteBounds: true }))
}

const whole = { name: 'Layer', width: 100, height: 100, fills: [red] } as const

describe('shapes', () => {
  test('leave their corners clear', async () => {
    const rounded = await draw({ ...whole, type: 'RECTANGLE', cornerRadius: [40, 0, 0, 0] })
    expect([rounded.at(2, 2)[3], rounded.at(97, 2), rounded.at(50, 50)]).toEqual([0, redPixel, redPixel])
    const ellipse = await draw({ ...whole, type: 'ELLIPSE' })
    expect([ellipse.at(2, 2)[3], ellipse.at(97, 97)[3], ellipse.at(50, 3)]).toEqual([0, 0, redPixel])
    const triangle = await draw({ ...whole, type: 'POLYGON' })
    expect([triangle.at(5, 10)[3], triangle.at(50, 60)]).toEqual([0, redPixel])
    const star = await draw({ ...whole, type: 'STAR', pointCount: 5, innerRadius: 0.3 })
    expect([star.at(75, 10)[3], star.at(50, 8), star.at(50, 50)]).toEqual([0, redPixel, redPixel])
  })

  test('follow their path', async () => {
    const vector = await draw({ ...whole, type: 'VECTOR', strokes: [], pathData: 'M0 0 L100 0 L0 100 Z' })
    expect([vector.at(20, 20), vector.at(80, 80)[3]]).toEqual([redPixel, 0])
  })

  test('lines are as thick as their weight, with gaps where they are dashed', async () => {
    const line = { ...whole, type: 'LINE', y: 50, height: 0, fills: [], strokes: [red], strokeWeight: 10 } as const
    const plain = await draw(line)
    expect([plain.at(50, 46), plain.at(50, 53), plain.at(50, 58)[3]]).toEqual([redPixel, redPixel, 0])
    const dashed = await draw({ ...line, dashPattern: [20, 20] })
    expect([dashed.at(10, 50), dashed.at(30, 50)[3], dashed.at(50, 50)]).toEqual([redPixel, 0, redPixel])
  })
})

describe('paints on shapes', () => {
  const gradient = (gradientTransform: Transform): Paint => ({
    type: 'GRADIENT_LINEAR',
    gradientTransform,
    gradientStops: [
      { position: 0, color: { r: 1, g: 0, b: 0, a: 1 } },
      { position: 1, color: { r: 0, g: 0, b: 1, a: 1 } },
    ],
  })

  test('a gradient runs along its transform', async () => {
    const across = await draw({
      ...whole,
      type: 'RECTANGLE',
      fills: [
        gradient([
          [1, 0, 0],
          [0, 1, 0],
        ]),
      ],
    })
    const down = await draw({
      ...whole,
      type: 'RECTANGLE',
      fills: [
        gradient([
          [0, 1, 0],
          [-1, 0, 1],
        ]),
      ],
    })
    for (const [start, end] of [
      [across.at(1, 50), across.at(98, 50)],
      [down.at(50, 1), down.at(50, 98)],
    ] as const) {
      expect(start[0]).toBeGreaterThan(245)
      expect(end[2]).toBeGreaterThan(245)
    }
    expect(across.at(50, 10)).toEqual(across.at(50, 90))
  })

  test('an image is clipped by the shape and changed by its filters', async () => {
    const grey = halves({ filters: { saturation: -1 } })
    const picture = await draw({ ...whole, type: 'ELLIPSE', fills: [grey] })
    const [r, g, b] = picture.at(20, 50)
    expect([r === g, g === b, picture.at(2, 2)[3]]).toEqual([true, true, 0])
  })

  test('text can be filled with an image', async () => {
    const text: SceneNode = {
      ...whole,
      type: 'TEXT',
      characters: 'MMMM',
      fontSize: 34,
      fontWeight: 700,
      fills: [halves()],
    }
    const picture = await draw(text)
    const colours = new Set<string>()
    for (let x = 0; x < 100; x += 1) {
      const [r = 0, , b = 0, a] = picture.at(x, 24)
      if (a === 255) colours.add(r > b ? 'red' : 'blue')
    }
    expect([...colours]).toEqual(['red', 'blue'])
  })

  test('MULTIPLY darkens what is beneath', async () => {
    const picture = await draw(
      { ...whole, type: 'RECTANGLE', fills: [{ type: 'SOLID', color: { r: 1, g: 1, b: 0 } }] },
      { ...whole, type: 'RECTANGLE', fills: [{ type: 'SOLID', color: { r: 0, g: 1, b: 1 } }], blendMode: 'MULTIPLY' },
    )
    expect(picture.at(50, 50)).toEqual([0, 255, 0, 255])
  })

  test('a shadow falls where its offset says, and not behind a see-through shape', async () => {
    const shadow: Effect = {
      type: 'DROP_SHADOW',
      visible: true,
      radius: 0,
      offset: { x: 30, y: 0 },
      color: { r: 0, g: 0, b: 1, a: 1 },
      blendMode: 'NORMAL',
    }
    const box = { ...whole, type: 'RECTANGLE', width: 50, effects: [shadow] } as const
    const picture = await draw({ ...box, fills: [{ ...green, opacity: 0.5 }] })
    expect(picture.at(65, 50)).toEqual([0, 0, 255, 255])
    expect(picture.at(40, 50)[2]).toBe(0)
    expect(picture.at(90, 50)[3]).toBe(0)
    const hidden = await draw({ ...box, fills: [blue], effects: [{ ...shadow, visible: false }] })
    expect(hidden.at(65, 50)[3]).toBe(0)
  })
})
