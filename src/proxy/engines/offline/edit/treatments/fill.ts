import { grain } from '../../grain.ts'
import { fillIn } from '../fill-in.ts'
import { type EditWork, layOver, type Treatment } from '../treatment.ts'

/** What would be behind: the surroundings grown inwards, as grainy as the rest. Nothing to fill without a mask. */
export const fill: Treatment = async ({ ground, place, size, request }: EditWork) => {
  if (place.whole) return ground
  return await layOver(await fillIn(ground, place.change, size), size, [grain(request.prompt, 14)])
}
