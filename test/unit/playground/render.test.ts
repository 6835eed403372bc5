import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SceneNode } from '#playground/figma/scene.ts'
import { breakLines } from '#playground/render/break-lines.ts'
import { invert, multiply } from '#playground/render/matrix.ts'
import { openScene } from '#support/open-scene.ts'
import { pixelsOf } from './pixels.ts'
import { blue, green, halves, red, sceneOf } from './small-scene.ts'

const redPixel = [255, 0, 0, 255]
const bluePixel = [0, 0, 255, 255]

async function draw(node: SceneNode) {
  const { host } = await openScene(sceneOf({ id: '1:5', width: 100, height: 100, ...node }))
  return pixelsOf(await host.exportNode('1:5', { format: 'PNG', useAbsoluteBounds: true }))
}

const filled = (...fills: Paint[]): SceneNode => ({ type: 'RECTANGLE', name: 'Box', fills })

describe('image fills', () => {
  test('FILL covers the box and crops the longer side', async () => {
    const picture = await draw(filled(halves()))
    expect([picture.at(5, 5), picture.at(95, 95)]).toEqual([redPixel, bluePixel])
  })

  test('FIT shows all of the image and leaves the rest clear', async () => {
    const picture = await draw(filled(halves({ scaleMode: 'FIT' })))
    expect([picture.at(5, 50), picture.at(95, 50)]).toEqual([redPixel, bluePixel])
    expect(picture.at(50, 5)[3]).toBe(0)
  })

  test('CROP shows the part its transform names', async () => {
    const rightHalf: Transform = [
      [0.5, 0, 0.5],
      [0, 1, 0],
    ]
    const picture = await draw(filled(halves({ scaleMode: 'CROP', imageTransform: rightHalf })))
    expect([picture.at(10, 50), picture.at(95, 50)]).toEqual([bluePixel, bluePixel])
  })

  test('TILE repeats at its scale', async () => {
    const picture = await draw(filled(halves({ scaleMode: 'TILE', scalingFactor: 0.5 })))
    expect([picture.at(5, 5), picture.at(15, 5), picture.at(25, 5)]).toEqual([redPixel, bluePixel, redPixel])
  })

  test('a quarter turn stands the image up', async () => {
    const picture = await draw(filled(halves({ rotation: 90 })))
    expect([picture.at(50, 5), picture.at(50, 95)]).toEqual([redPixel, bluePixel])
  })

  test('later fills lie over earlier ones, hidden ones are skipped, opacity mixes', async () => {
    const picture = await draw(filled(red, { ...green, opacity: 0.5 }, { ...blue, visible: false }))
    const [r = 0, g = 0, b] = picture.at(50, 50)
    expect(Math.abs(r - 128) + Math.abs(g - 128)).toBeLessThan(4)
    expect(b).toBe(0)
  })
})

describe('nodes', () => {
  test('a group fades as one picture', async () => {
    const child = (fill: Paint): SceneNode => ({ type: 'RECTANGLE', name: 'Child', fills: [fill] })
    const picture = await draw({ type: 'GROUP', name: 'Group', opacity: 0.5, children: [child(red), child(blue)] })
    const [r, , b, a = 0] = picture.at(50, 50)
    expect([r, b]).toEqual([0, 255])
    expect(Math.abs(a - 128)).toBeLessThan(3)
  })

  test('clipping frames hide what sticks out, others do not', async () => {
    const child: SceneNode = { type: 'RECTANGLE', name: 'Child', x: -50, width: 100, fills: [red] }
    const frame: SceneNode = {
      id: '1:6',
      type: 'FRAME',
      name: 'Frame',
      x: 60,
      width: 40,
      fills: [green],
      children: [child],
    }
    const clipped = await draw({ type: 'FRAME', name: 'Page', fills: [blue], children: [frame] })
    expect(clipped.at(30, 50)).toEqual(bluePixel)
    const open = await draw({
      type: 'FRAME',
      name: 'Page',
      fills: [blue],
      children: [{ ...frame, clipsContent: false }],
    })
    expect(open.at(30, 50)).toEqual(redPixel)
  })

  test('strokes lie inside, on or outside the edge', async () => {
    const stroked = (strokeAlign: 'INSIDE' | 'OUTSIDE'): SceneNode => ({
      type: 'FRAME',
      name: 'Page',
      fills: [],
      children: [
        {
          type: 'RECTANGLE',
          name: 'Box',
          x: 20,
          y: 20,
          width: 60,
          height: 60,
          fills: [green],
          strokes: [red],
          strokeWeight: 10,
          strokeAlign,
        },
      ],
    })
    const inside = await draw(stroked('INSIDE'))
    expect([inside.at(25, 50), inside.at(15, 50)[3]]).toEqual([redPixel, 0])
    const outside = await draw(stroked('OUTSIDE'))
    expect([outside.at(25, 50), outside.at(15, 50)]).toEqual([[0, 255, 0, 255], redPixel])
  })

  test('text is set in its weight and colour, and cased', async () => {
    const ink = async (rest: Partial<SceneNode>) => {
      const picture = await draw({
        type: 'TEXT',
        name: 'Text',
        characters: 'llll',
        fontSize: 60,
        fills: [red],
        ...rest,
      })
      let sum = 0
      for (let x = 0; x < 100; x += 1) for (let y = 0; y < 100; y += 1) sum += picture.at(x, y)[3] ?? 0
      return sum
    }
    const regular = await ink({})
    expect(regular).toBeGreaterThan(0)
    expect(await ink({ fontWeight: 700 })).toBeGreaterThan(regular * 1.2)
    expect(await ink({ characters: 'ab', textCase: 'UPPER' })).toBe(await ink({ characters: 'AB' }))
    expect(await ink({ fills: [] }).catch((error: unknown) => error)).toBe(
      'Failed to export node. This node may not have any visible layers.',
    )
  })
})

test('texts that size themselves are as large as their words', async () => {
  const text = { type: 'TEXT', name: 'Text', characters: 'Several words', fontSize: 20, width: 80 } as const
  const { host } = await openScene(
    sceneOf(
      { ...text, id: '1:5', textAutoResize: 'WIDTH_AND_HEIGHT' },
      { ...text, id: '1:6', textAutoResize: 'HEIGHT', lineHeight: 30 },
      { ...text, id: '1:7', textAutoResize: 'NONE', height: 7 },
    ),
  )
  const size = (id: string) => [host.document.node(id)?.width, host.document.node(id)?.height]
  expect(size('1:5')[0]).toBeGreaterThan(120)
  expect(size('1:5')[1]).toBe(25)
  expect([size('1:6'), size('1:7')]).toEqual([
    [80, 60],
    [80, 7],
  ])
})

test('lines keep every character that is not a space or a newline, and fit when a word does', () => {
  const word = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom('a', 'b', 'é', '字') })
  const text = fc
    .array(word, { maxLength: 30 })
    .chain((words) =>
      fc
        .array(fc.constantFrom(' ', '\n'), { minLength: words.length, maxLength: words.length })
        .map((gaps) => words.map((part, index) => part + gaps[index]).join('')),
    )
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 40 }), (characters, width) => {
      const lines = breakLines(characters, width, (part) => part.length)
      const shown = lines.map((line) => characters.slice(line.start, line.end))
      expect(shown.join('').replaceAll(/\s/g, '')).toBe(characters.replaceAll(/\s/g, ''))
      for (const line of shown) expect(line.length).toBeLessThanOrEqual(width)
    }),
  )
})

test('a matrix times its inverse is the identity', () => {
  const number = fc.double({ min: -50, max: 50, noNaN: true })
  fc.assert(
    fc.property(fc.tuple(number, number, number, number, number, number), ([a, b, c, d, e, f]) => {
      fc.pre(Math.abs(a * d - b * c) > 0.5)
      const matrix: Transform = [
        [a, c, e],
        [b, d, f],
      ]
      const inverse = invert(matrix)
      if (!inverse) throw new Error('flat')
      const [[m00, m01, m02], [m10, m11, m12]] = multiply(inverse, matrix)
      for (const [value, wanted] of [
        [m00, 1],
        [m01, 0],
        [m02, 0],
        [m10, 0],
        [m11, 1],
        [m12, 0],
      ] as const) {
        expect(value).toBeCloseTo(wanted, 4)
      }
    }),
  )
})
