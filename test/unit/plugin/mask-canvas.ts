import type { FillPlace } from '#domain/edits/edit.ts'
import { contentHash } from '#playground/figma/content-hash.ts'
import type { SceneNode } from '#playground/figma/scene.ts'
import type { SimulatedFigma } from '#playground/figma/simulated-figma.ts'
import { applyTo, invert, multiply } from '#playground/render/matrix.ts'
import { exportMask } from '#plugin/export-mask.ts'
import { analyticMask, compareMasks, type Difference, layMask } from './compare-masks.ts'
import { openCanvas } from './open-canvas.ts'
import { png } from './pictures.ts'

type Inside = (x: number, y: number) => boolean

export const ellipse =
  (width: number, height: number): Inside =>
  (x, y) =>
    ((x - width / 2) / (width / 2)) ** 2 + ((y - height / 2) / (height / 2)) ** 2 <= 1
export const rectangle =
  (width: number, height: number, grown = 0): Inside =>
  (x, y) =>
    x >= -grown && y >= -grown && x <= width + grown && y <= height + grown
/** Lies to one side of itself, so that a flip shows. */
export const wedge =
  (width: number, height: number): Inside =>
  (x, y) =>
    x >= 0 && y <= height && y / height >= x / width

export const INK: SolidPaint = { type: 'SOLID', color: { r: 0, g: 0, b: 0 } }
export const mask = (
  type: SceneNode['type'],
  width: number,
  height: number,
  more: Partial<SceneNode> = {},
): SceneNode => ({
  id: '7:2',
  type,
  name: 'Mask',
  width,
  height,
  fills: [INK],
  strokes: [],
  ...more,
})
export const triangle = (width: number, height: number, more: Partial<SceneNode> = {}) =>
  mask('VECTOR', width, height, { pathData: `M0 0 L${width} ${height} L0 ${height} Z`, ...more })

interface MaskCanvas {
  /** Pixels of the picture. */
  size: { width: number; height: number }
  photo: Partial<SceneNode>
  paint?: Partial<ImagePaint>
  /** The mask’s layer and, in Figma units, the shape it shows. */
  layer: SceneNode
  inside: Inside
  /** Where the two stand: side by side on the page unless said otherwise. */
  nest?: (photo: SceneNode, layer: SceneNode) => SceneNode[]
  /** What the scene cannot say. */
  arrange?: (canvas: SimulatedFigma) => Promise<void>
}

/** From the pixels of the picture to its node’s unit square. */
type ToUnit = Transform

/** Compares what the window would draw with the shape itself. */
export async function maskDifference(
  { size, photo, paint, layer, inside, nest = (a, b) => [a, b], arrange }: MaskCanvas,
  toUnit: ToUnit | 'shown',
): Promise<Difference> {
  const bytes = await png(size.width, size.height)
  const fill: ImagePaint = { type: 'IMAGE', scaleMode: 'FILL', imageHash: 'photo', ...paint }
  const picture: SceneNode = { id: '7:1', type: 'RECTANGLE', name: 'Photo', fills: [fill], ...photo }
  const scene = {
    name: 'masks',
    pages: [{ id: '0:1', name: 'Page', children: nest(picture, layer) }],
    pictures: { photo: bytes },
  }
  const canvas = await openCanvas({ scene })
  await arrange?.(canvas)
  const place: FillPlace | null = toUnit === 'shown' ? null : { nodeId: '7:1', index: 0, imageHash: contentHash(bytes) }
  const exported = await exportMask({ nodeId: '7:2', picture: { nodeId: '7:1', fill: place, ...size } })
  const is = await layMask(exported.bytes, exported.toPicture, size)
  const toLayer = await pixelsToLayer(canvas, size, toUnit)
  const shape = analyticMask(size, (x, y) => {
    const at = applyTo({ x, y }, toLayer)
    return inside(at.x, at.y)
  })
  return compareMasks(is, shape, size)
}

async function pixelsToLayer(
  { api }: SimulatedFigma,
  { width, height }: MaskCanvas['size'],
  toUnit: ToUnit | 'shown',
): Promise<Transform> {
  const photo = await api.getNodeByIdAsync('7:1')
  const layer = await api.getNodeByIdAsync('7:2')
  if (photo?.type !== 'RECTANGLE' || !layer || !('absoluteTransform' in layer)) throw new Error('no layers')
  const toLayer = invert(layer.absoluteTransform)
  const box = photo.absoluteBoundingBox
  if (!toLayer || !box) throw new Error('no place')
  const shown: Transform = [
    [box.width / width, 0, box.x],
    [0, box.height / height, box.y],
  ]
  if (toUnit === 'shown') return multiply(toLayer, shown)
  const units: Transform = [
    [photo.width, 0, 0],
    [0, photo.height, 0],
  ]
  return multiply(toLayer, multiply(photo.absoluteTransform, multiply(units, toUnit)))
}

export const whole = ({ width, height }: MaskCanvas['size']): ToUnit => [
  [1 / width, 0, 0],
  [0, 1 / height, 0],
]

/** The picture’s box in its node’s unit square. */
export const boxed = (
  { width, height }: MaskCanvas['size'],
  x: number,
  y: number,
  across: number,
  along: number,
): ToUnit => [
  [across / width, 0, x],
  [0, along / height, y],
]
