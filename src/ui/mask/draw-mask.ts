import { type Affine, multiply } from '#domain/affine.ts'
import { countedOps, type MaskPart, type MaskSide } from '../state/edits/mask-part.ts'
import { drawOp } from './draw-op.ts'
import type { Easel, Pixels, Surface } from './surface.ts'

export interface MaskDrawing {
  parts: readonly MaskPart[]
  /** Pixels of the picture. */
  picture: { width: number; height: number }
  /** From the picture’s pixels to the surface’s. */
  view: Affine
  /** The pixels of shapes, saved masks and the picture’s own alpha, by their names; what is not there is left out. */
  shapes: ReadonlyMap<string, Pixels>
  easel: Pick<Easel, 'createSurface'>
}

type Shape = Exclude<MaskPart, { kind: 'drawing' }>

/** Under which name a picture’s own alpha is kept among the shapes: another one for each side. */
export const alphaName = (side: MaskSide): string => `alpha ${side}`

/**
 * Draws what may change as alpha onto an empty surface: the parts one after the other. Nothing lies outside the picture.
 */
export function drawMask(surface: Surface, drawing: MaskDrawing): void {
  const { context } = surface
  for (const part of drawing.parts) {
    if (part.kind === 'drawing') drawOps(surface, part, drawing)
    else addShape(surface, part, drawing)
  }
  context.save()
  context.setTransform(...drawing.view)
  context.globalCompositeOperation = 'destination-in'
  context.fillStyle = '#000'
  context.fillRect(0, 0, drawing.picture.width, drawing.picture.height)
  context.restore()
}

/** What was covered is not, and the other way round. */
export function turnRound({ context, width, height }: Surface): void {
  context.save()
  context.resetTransform()
  context.globalCompositeOperation = 'xor'
  context.fillStyle = '#000'
  context.fillRect(0, 0, width, height)
  context.restore()
}

function drawOps(surface: Surface, { ops }: Extract<MaskPart, { kind: 'drawing' }>, { view }: MaskDrawing): void {
  const { context } = surface
  context.save()
  context.setTransform(...view)
  for (const op of countedOps(ops)) {
    if (op.tool === 'invert') turnRound(surface)
    else drawOp(context, op)
  }
  context.restore()
}

/** All shapes of a part together, then its side: everything except two layers is outside of both. */
function addShape(surface: Surface, part: Shape, { view, shapes, easel }: MaskDrawing): void {
  const found = stamps(part).flatMap(({ name, toPicture }) => {
    const pixels = shapes.get(name)
    return pixels ? [{ pixels, toPicture }] : []
  })
  if (found.length === 0) return
  const own = easel.createSurface(surface.width, surface.height)
  for (const { pixels, toPicture } of found) {
    own.context.setTransform(...multiply(view, toPicture))
    own.context.drawImage(pixels.image, 0, 0)
  }
  if (part.side === 'outside') turnRound(own)
  surface.context.save()
  surface.context.resetTransform()
  surface.context.drawImage(own.image, 0, 0)
  surface.context.restore()
}

const AS_IT_IS: Affine = [1, 0, 0, 1, 0, 0]

function stamps(part: Shape): { name: string; toPicture: Affine }[] {
  if (part.kind === 'layers') return part.layers.map(({ shape, toPicture }) => ({ name: shape, toPicture }))
  return [{ name: shapeName(part), toPicture: AS_IT_IS }]
}

/** Under which names the pixels a part needs are kept. */
export const shapeNames = (part: MaskPart): string[] =>
  part.kind === 'drawing' ? [] : stamps(part).map(({ name }) => name)

/** Under which name the pixels of a part that is no layer are kept. */
const shapeName = (part: Extract<MaskPart, { kind: 'alpha' | 'saved' }>): string =>
  part.kind === 'alpha' ? alphaName(part.side) : part.imageId
