import { describe, expect, test } from 'vitest'
import type { SceneNode } from '#playground/figma/scene.ts'
import { openScene } from '#support/open-scene.ts'
import { pixelsOf } from './pixels.ts'
import { blue, green, halves, red, sceneOf } from './small-scene.ts'

const [redPixel, greenPixel, bluePixel] = [
  [255, 0, 0, 255],
  [0, 255, 0, 255],
  [0, 0, 255, 255],
]

async function open(...children: readonly SceneNode[]) {
  const { api, host } = await openScene(sceneOf(...children))
  const node = async (id: string) => {
    const found = await api.getNodeByIdAsync(id)
    if (!found || found.type === 'DOCUMENT' || found.type === 'PAGE') throw new Error(`no layer ${id}`)
    return found
  }
  const bounds = async (id: string) => {
    const found = await node(id)
    return 'absoluteRenderBounds' in found ? found.absoluteRenderBounds : null
  }
  return { host, node, bounds, picture: async (id: string) => pixelsOf(await host.exportNode(id, { format: 'PNG' })) }
}

const photo: SceneNode = { id: '1:5', type: 'RECTANGLE', name: 'Photo', width: 80, height: 40, fills: [halves()] }

describe('flipped and skewed layers', () => {
  test('are drawn, measured and exported as they stand', async () => {
    const flipped = {
      ...photo,
      x: 100,
      y: 10,
      axes: [
        [-1, 0],
        [0, 1],
      ],
    } as const
    const { node, picture } = await open(flipped)
    const drawn = await picture('1:5')
    expect([drawn.width, drawn.height, drawn.at(5, 20), drawn.at(75, 20)]).toEqual([80, 40, bluePixel, redPixel])
    const layer = await node('1:5')
    expect(layer.absoluteBoundingBox).toEqual({ x: 20, y: 10, width: 80, height: 40 })
    expect(layer.absoluteTransform).toEqual([
      [-1, 0, 100],
      [0, 1, 10],
    ])
  })

  test('take turns, flips and skews from a matrix, and no scale', async () => {
    const { node } = await open(photo)
    const layer = await node('1:5')
    if (layer.type !== 'RECTANGLE') throw new Error('no rectangle')
    layer.relativeTransform = [
      [0, 3, 50],
      [-3, 0, 60],
    ]
    expect([layer.rotation, layer.relativeTransform]).toEqual([
      90,
      [
        [0, 1, 50],
        [-1, 0, 60],
      ],
    ])
    layer.relativeTransform = [
      [-2, 1, 50],
      [0, 1, 60],
    ]
    const half = Math.SQRT1_2
    expect(layer.relativeTransform.flat().map((value) => Math.round(value * 1e6))).toEqual(
      [-1, half, 50, 0, half, 60].map((value) => Math.round(value * 1e6)),
    )
    expect([layer.width, layer.height]).toEqual([80, 40])
  })

  test('stay flipped when they are turned', async () => {
    const { node } = await open({
      ...photo,
      axes: [
        [-1, 0],
        [0, 1],
      ],
      rotation: 180,
    })
    const layer = await node('1:5')
    if (layer.type !== 'RECTANGLE') throw new Error('no rectangle')
    layer.rotation = 90
    const [[a, c], [b, d]] = layer.relativeTransform
    expect([a, c, b, d].map(Math.round).map(Math.abs)).toEqual([0, 1, 1, 0])
    expect(a * d - b * c).toBeCloseTo(-1)
    expect(layer.rotation).toBeCloseTo(90)
  })
})

describe('boolean operations', () => {
  const square = (x: number, more: Partial<SceneNode> = {}): SceneNode => ({
    type: 'RECTANGLE',
    name: 'Shape',
    x,
    y: 0,
    width: 60,
    height: 60,
    fills: [blue],
    ...more,
  })
  const combined = (booleanOperation: 'UNION' | 'SUBTRACT' | 'INTERSECT' | 'EXCLUDE'): SceneNode => ({
    id: '1:5',
    type: 'BOOLEAN_OPERATION',
    name: booleanOperation,
    booleanOperation,
    fills: [red],
    children: [square(0), square(30), square(10, { visible: false, width: 200 })],
  })
  const shown = { left: true, middle: true, right: true }

  test.each([
    { operation: 'UNION', ...shown, width: 90 },
    { operation: 'SUBTRACT', ...shown, middle: false, right: false, width: 60 },
    { operation: 'INTERSECT', ...shown, left: false, right: false, width: 30 },
    { operation: 'EXCLUDE', ...shown, middle: false, width: 90 },
  ] as const)('$operation in its own fill', async ({ operation, left, middle, right, width }) => {
    const frame: SceneNode = { id: '1:4', type: 'FRAME', name: 'Page', width: 100, height: 60, fills: [green] }
    const { bounds, picture } = await open({ ...frame, children: [combined(operation)] })
    const drawn = await picture('1:4')
    expect([drawn.at(15, 30), drawn.at(45, 30), drawn.at(75, 30)]).toEqual(
      [left, middle, right].map((seen) => (seen ? redPixel : greenPixel)),
    )
    expect(await bounds('1:5')).toEqual({ x: operation === 'INTERSECT' ? 30 : 0, y: 0, width, height: 60 })
  })

  test('joins one operation into another, and fades as one', async () => {
    const inner: SceneNode = { ...combined('SUBTRACT'), id: '1:6', fills: [green] }
    const outer: SceneNode = { ...combined('UNION'), opacity: 0.5, children: [inner, square(80)] }
    const { picture } = await open(outer)
    const drawn = await picture('1:5')
    expect([drawn.at(15, 30)[3], drawn.at(45, 30)[3], drawn.at(110, 30)[3]]).toEqual([128, 0, 128])
  })
})

test('an export covers the render bounds exactly, wherever they lie', async () => {
  const stroked = { strokes: [blue], strokeWeight: 3, strokeAlign: 'OUTSIDE', fills: [red] } as const
  const box: SceneNode = { ...photo, ...stroked, x: 10.4, y: 7.7, width: 20.2, height: 10.5 }
  const { host, bounds } = await open(box)
  const ink = await bounds('1:5')
  const [x, y, width, height] = [7.4, 4.7, 26.2, 16.5]
  for (const [key, value] of Object.entries({ x, y, width, height }))
    expect(ink).toHaveProperty(key, expect.closeTo(value))
  const constraint = { type: 'SCALE', value: 10 } as const
  const drawn = await pixelsOf(await host.exportNode('1:5', { format: 'PNG', constraint }))
  expect([drawn.width, drawn.height]).toEqual([262, 165])
  expect([drawn.at(1, 80), drawn.at(28, 80), drawn.at(31, 80)]).toEqual([bluePixel, bluePixel, redPixel])
})

test('fills of an instance are overridden, unless they are locked there', async () => {
  const layer: SceneNode = { ...photo, fills: [red] }
  const instance = (id: string, more: Partial<SceneNode>): SceneNode => ({
    id,
    type: 'INSTANCE',
    name: 'Copy',
    mainComponentId: '1:9',
    children: [{ ...layer, id: `I${id};1:5`, ...more }],
  })
  const { node } = await open(
    { id: '1:9', type: 'COMPONENT', name: 'Main', children: [{ ...layer, fillsOverridable: false }] },
    instance('1:10', {}),
    instance('1:11', { fillsOverridable: false }),
  )
  const paint = async (id: string) => {
    const found = await node(id)
    if (found.type !== 'RECTANGLE') throw new Error('no rectangle')
    found.fills = [blue]
    return found.fills
  }
  expect(await paint('I1:10;1:5')).toMatchObject([{ color: { r: 0, g: 0, b: 1 } }])
  await expect(paint('I1:11;1:5')).rejects.toThrow('in set_fills: This property cannot be overriden on an instance')
  expect(await paint('1:5')).toMatchObject([{ color: { r: 0, g: 0, b: 1 } }])
})
