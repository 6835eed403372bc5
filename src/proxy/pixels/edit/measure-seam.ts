import { colourDifference } from '../colour-difference.ts'
import { labOf } from '../lab.ts'
import { type ColourField, colourAt } from './colour-field.ts'
import type { EdgeBlock } from './edge-blocks.ts'

/**
 * How much the step across the edge of what may change differs from the step in the model’s own picture, in which nothing was
 * pasted: mean CIEDE2000. The edge is taken in blocks of 8 × 8 pixels; in each the mean colour inside, as it is pasted
 * (before feathering), is compared with the original’s mean colour outside plus the model’s own step from outside to inside.
 * Null without an edge. `field` is what matching adds to the model’s picture.
 */
export function measureSeam(edge: readonly EdgeBlock[], field: ColourField | null): number | null {
  if (edge.length === 0) return null
  let sum = 0
  for (const { x, y, inside, missed } of edge) {
    const added = field ? colourAt(field, x, y) : []
    sum += colourDifference(shifted(inside, added), shifted(inside, missed))
  }
  return sum / edge.length
}

const shifted = ([red = 0, green = 0, blue = 0]: readonly number[], [r = 0, g = 0, b = 0]: readonly number[]) =>
  labOf(red + r, green + g, blue + b)
