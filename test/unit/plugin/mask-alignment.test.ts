import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SceneNode } from '#playground/figma/scene.ts'
import type { SimulatedFigma } from '#playground/figma/simulated-figma.ts'
import { invert, multiply } from '#playground/render/matrix.ts'
import { boxed, ellipse, INK, mask, maskDifference, rectangle, triangle, wedge, whole } from './mask-canvas.ts'

function expectAligned({ size, overlap, far }: Awaited<ReturnType<typeof maskDifference>>) {
  expect(size).toBeGreaterThan(200 * 100)
  expect(overlap).toBeGreaterThanOrEqual(0.995)
  expect(far).toBe(0)
}

async function flip({ api }: SimulatedFigma, id: string) {
  const node = await api.getNodeByIdAsync(id)
  if (!node || !('relativeTransform' in node)) throw new Error('no layer')
  const [[a, c, e], [b, d, f]] = node.relativeTransform
  node.relativeTransform = [
    [-a, c, e + a * node.width],
    [-b, d, f + b * node.width],
  ]
  const [[m00, m01], [m10, m11]] = node.absoluteTransform
  expect(m00 * m11 - m01 * m10).toBeCloseTo(-1)
}

const SIZE = { width: 600, height: 400 }
const photo = { x: 100, y: 50, width: 600, height: 400 }

test('an ellipse between the pixels', async () => {
  const layer = mask('ELLIPSE', 260.5, 230.25, { x: 310.3, y: 120.7 })
  expectAligned(await maskDifference({ size: SIZE, photo, layer, inside: ellipse(260.5, 230.25) }, whole(SIZE)))
})

test('a turned rectangle', async () => {
  const layer = mask('RECTANGLE', 250, 210, { x: 250, y: 300, rotation: 33 })
  expectAligned(await maskDifference({ size: SIZE, photo, layer, inside: rectangle(250, 210) }, whole(SIZE)))
})

test('strokes count: what is drawn, not the box', async () => {
  const more = { x: 250, y: 150, strokes: [INK], strokeWeight: 24, strokeAlign: 'OUTSIDE' } as const
  const layer = mask('RECTANGLE', 230, 210, more)
  expectAligned(await maskDifference({ size: SIZE, photo, layer, inside: rectangle(230, 210, 24) }, whole(SIZE)))
})

test.each([
  ['the mask', ['7:2']],
  ['the picture', ['7:1']],
  ['both', ['7:1', '7:2']],
])('flipped: %s', async (_, ids) => {
  const layer = triangle(300, 240, { x: 220, y: 120, rotation: 20 })
  const arrange = async (canvas: SimulatedFigma) => {
    for (const id of ids) await flip(canvas, id)
  }
  const canvas = { size: SIZE, photo, layer, inside: wedge(300, 240), arrange }
  expectAligned(await maskDifference(canvas, whole(SIZE)))
})

test('a large picture shown small, and turned', async () => {
  const size = { width: 1200, height: 800 }
  const layer = mask('ELLIPSE', 40, 35, { x: 130, y: 20 })
  const small = { x: 100, y: 60, width: 120, height: 80, rotation: 25 }
  expectAligned(await maskDifference({ size, photo: small, layer, inside: ellipse(40, 35) }, whole(size)))
})

test('a small picture shown large', async () => {
  const layer = triangle(1200, 1000, { x: 500, y: 300, rotation: -12 })
  const large = { width: 2400, height: 1600 }
  expectAligned(await maskDifference({ size: SIZE, photo: large, layer, inside: wedge(1200, 1000) }, whole(SIZE)))
})

test('a cropped picture', async () => {
  const imageTransform: Transform = [
    [0.5, 0, 0.25],
    [0, 0.6, 0.3],
  ]
  const layer = mask('ELLIPSE', 500, 390, { x: 150, y: 60, rotation: 5 })
  const canvas = { size: SIZE, photo, paint: { scaleMode: 'CROP', imageTransform } as const, layer }
  const toUnit = boxed(SIZE, -0.5, -0.5, 2, 1 / 0.6)
  expectAligned(await maskDifference({ ...canvas, inside: ellipse(500, 390) }, toUnit))
})

test('a crop that turns the picture', async () => {
  const [cos, sin] = [Math.cos(0.3), Math.sin(0.3)]
  const imageTransform: Transform = [
    [0.7 * cos, -0.7 * sin, 0.2],
    [0.7 * sin, 0.7 * cos, 0.05],
  ]
  const toUnit = invert(
    multiply(
      [
        [SIZE.width, 0, 0],
        [0, SIZE.height, 0],
      ],
      imageTransform,
    ),
  )
  if (!toUnit) throw new Error('flat')
  const layer = mask('RECTANGLE', 400, 260, { x: 180, y: 120 })
  const canvas = { size: SIZE, photo, paint: { scaleMode: 'CROP', imageTransform } as const, layer }
  expectAligned(await maskDifference({ ...canvas, inside: rectangle(400, 260) }, toUnit))
})

test.each([
  ['FILL', -0.25, 0, 1.5, 1],
  ['FIT', 0, 1 / 6, 1, 2 / 3],
] as const)('%s in a layer of another ratio', async (scaleMode, x, y, across, along) => {
  const layer = mask('ELLIPSE', 300, 280, { x: 240, y: 200, rotation: 40 })
  const canvas = { size: SIZE, photo: { ...photo, height: 600 }, paint: { scaleMode }, layer }
  expectAligned(await maskDifference({ ...canvas, inside: ellipse(300, 280) }, boxed(SIZE, x, y, across, along)))
})

test('a picture turned by a quarter inside its fill', async () => {
  const layer = mask('ELLIPSE', 250, 300, { x: 120, y: 180 })
  const canvas = { size: SIZE, photo: { ...photo, width: 400, height: 600 }, paint: { rotation: 90 }, layer }
  const toUnit: Transform = [
    [0, -1 / SIZE.height, 1],
    [1 / SIZE.width, 0, 0],
  ]
  expectAligned(await maskDifference({ ...canvas, inside: ellipse(250, 300) }, toUnit))
})

test('nested in turned frames and groups, mask and picture each in their own', async () => {
  const nest = (shown: SceneNode, layer: SceneNode): SceneNode[] => [
    {
      id: '7:10',
      type: 'FRAME',
      name: 'Turned',
      x: 40,
      y: 200,
      width: 800,
      height: 600,
      rotation: 15,
      children: [shown],
    },
    {
      id: '7:20',
      type: 'FRAME',
      name: 'Outer',
      x: 300,
      y: 150,
      width: 700,
      height: 700,
      rotation: -30,
      children: [
        {
          id: '7:21',
          type: 'GROUP',
          name: 'Group',
          children: [{ id: '7:22', type: 'GROUP', name: 'Inner group', children: [layer] }],
        },
      ],
    },
  ]
  const layer = triangle(320, 260, { x: 60, y: 20, rotation: 50 })
  expectAligned(await maskDifference({ size: SIZE, photo, layer, inside: wedge(320, 260), nest }, whole(SIZE)))
})

test('a boolean operation in a turned frame', async () => {
  const shapes: SceneNode[] = [
    { id: '7:3', type: 'RECTANGLE', name: 'Outside', x: 120, y: 60, width: 300, height: 260 },
    { id: '7:4', type: 'ELLIPSE', name: 'Hole', x: 160, y: 100, width: 150, height: 120 },
  ]
  const layer: SceneNode = {
    id: '7:2',
    type: 'BOOLEAN_OPERATION',
    booleanOperation: 'SUBTRACT',
    name: 'Ring',
    fills: [INK],
    children: shapes,
  }
  const nest = (shown: SceneNode, ring: SceneNode): SceneNode[] => [
    shown,
    {
      id: '7:10',
      type: 'FRAME',
      name: 'Turned',
      x: 110,
      y: 190,
      width: 600,
      height: 400,
      rotation: 14,
      children: [ring],
    },
  ]
  const [all, hole] = [rectangle(300, 260), ellipse(150, 120)]
  const inside = (x: number, y: number) => all(x, y) && !hole(x - 40, y - 40)
  expectAligned(await maskDifference({ size: SIZE, photo, layer, inside, nest }, whole(SIZE)))
})

test('a turned frame that clips what is in it', async () => {
  const children: SceneNode[] = [
    { id: '7:3', type: 'ELLIPSE', name: 'Disc', x: -60, y: 20, width: 330, height: 300, fills: [INK] },
  ]
  const layer = mask('FRAME', 300, 240, { x: 250, y: 220, rotation: 22, fills: [], clipsContent: true, children })
  const [frame, disc] = [rectangle(300, 240), ellipse(330, 300)]
  const inside = (x: number, y: number) => frame(x, y) && disc(x + 60, y - 20)
  expectAligned(await maskDifference({ size: SIZE, photo, layer, inside }, whole(SIZE)))
})

test('in auto layout, inside the picture’s own frame', async () => {
  const nest = (shown: SceneNode, layer: SceneNode): SceneNode[] => [
    {
      id: '7:10',
      type: 'FRAME',
      name: 'Row',
      rotation: 10,
      x: 30,
      y: 60,
      layoutMode: 'HORIZONTAL',
      paddingLeft: 33,
      paddingTop: 21,
      children: [layer, { ...shown, layoutPositioning: 'ABSOLUTE' }],
    },
  ]
  const layer = mask('ELLIPSE', 320, 260)
  const shown = { ...photo, x: -20, y: -40 }
  expectAligned(await maskDifference({ size: SIZE, photo: shown, layer, inside: ellipse(320, 260), nest }, whole(SIZE)))
})

test('over a turned picture taken as it looks', async () => {
  const layer = triangle(300, 240, { x: 260, y: 80, rotation: 8 })
  const canvas = { size: { width: 700, height: 583 }, photo: { ...photo, y: 300, rotation: 20 }, layer }
  expectAligned(await maskDifference({ ...canvas, inside: wedge(300, 240) }, 'shown'))
})

test('wherever the layers are, however they are turned and cropped', async () => {
  const share = fc.double({ min: 0.7, max: 1, noNaN: true })
  const angle = fc.integer({ min: -180, max: 180 })
  const spot = fc.double({ min: -20, max: 20, noNaN: true })
  await fc.assert(
    fc.asyncProperty(share, share, angle, angle, spot, spot, async (across, along, turn, turned, right, down) => {
      const imageTransform: Transform = [
        [across, 0, (1 - across) / 2],
        [0, along, (1 - along) / 3],
      ]
      const toUnit = boxed(SIZE, -(1 - across) / 2 / across, -(1 - along) / 3 / along, 1 / across, 1 / along)
      const centred = (width: number, height: number, degrees: number) => {
        const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
        return { x: -(width * cos + height * sin) / 2, y: -(-width * sin + height * cos) / 2, rotation: degrees }
      }
      const at = centred(330, 300, turned)
      const layer = mask('ELLIPSE', 330, 300, { ...at, x: at.x + right, y: at.y + down })
      const shown = { width: 600, height: 400, ...centred(600, 400, turn) }
      const canvas = { size: SIZE, photo: shown, paint: { scaleMode: 'CROP', imageTransform } as const, layer }
      expectAligned(await maskDifference({ ...canvas, inside: ellipse(330, 300) }, toUnit))
    }),
    { numRuns: 8 },
  )
})
