import { type Affine, type FigmaTransform, fromFigma, multiply, scaling, translation } from './affine.ts'
import { AppError } from './app-error.ts'
import type { Extent } from './legal-sizes.ts'

export interface FilledNode {
  /** How Figma lays the picture into the layer. */
  readonly scaleMode: 'FILL' | 'FIT' | 'CROP' | 'TILE'
  /** Of CROP: from the layer's unit square to the picture's. */
  readonly imageTransform?: FigmaTransform | undefined
  /** Of FILL and FIT: degrees clockwise, in quarter turns. */
  readonly rotation?: number | undefined
  /** The layer that has the fill, in Figma units. */
  readonly node: Extent & { readonly name: string }
  /** Pixels of the picture. */
  readonly picture: Extent
}

type Way = (filled: FilledNode) => Affine

/** Row of cos and sin by quarter turns, so that quarter turns stay exact. */
const TURNS: readonly (readonly [number, number])[] = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
]

/** The picture in the middle, turned, as large as the layer asks for; what is outside it is cut or empty. */
const fitted =
  (choose: (across: number, along: number) => number): Way =>
  ({ rotation = 0, node, picture }) => {
    const turn = ((Math.round(rotation / 90) % 4) + 4) % 4
    const [cos, sin] = TURNS[turn] ?? [1, 0]
    const [width, height] = turn % 2 === 0 ? [picture.width, picture.height] : [picture.height, picture.width]
    const scale = choose(node.width / width, node.height / height)
    const back: Affine = [cos / scale, -sin / scale, sin / scale, cos / scale, 0, 0]
    return multiply(
      translation(picture.width / 2, picture.height / 2),
      multiply(back, translation(-node.width / 2, -node.height / 2)),
    )
  }

const filling = fitted(Math.max)

const cropped: Way = (filled) => {
  const { imageTransform, node, picture } = filled
  if (!imageTransform) return filling(filled)
  const ofUnits = multiply(fromFigma(imageTransform), scaling(1 / node.width, 1 / node.height))
  return multiply(scaling(picture.width, picture.height), ofUnits)
}

const WAYS: Record<FilledNode['scaleMode'], Way> = {
  FILL: filling,
  FIT: fitted(Math.min),
  CROP: cropped,
  TILE: ({ node }) => {
    throw new AppError('fill_tiled', { details: { name: node.name } })
  },
}

/**
 * From a layer's own units to the pixels of the picture that fills it.
 * @throws AppError fill_tiled: one place of a tiled picture is seen in many
 */
export const pictureTransform = (filled: FilledNode): Affine => WAYS[filled.scaleMode](filled)
