import { CUTOUT_WAYS, type CutoutMeasures } from '#domain/edits/cutout.ts'
import { percentLabel } from '../percent-label.ts'

const REFUSALS: Record<NonNullable<CutoutMeasures['refused']>, string> = {
  opaque: 'This is no cutout: hardly anything around its subject is transparent.',
  checkerboard: 'This is no cutout: a checkerboard is painted where it should be transparent.',
  not_flat: 'This could not be cut out: what is behind the subject is not one flat colour.',
  empty: 'This is no cutout: there is no subject, all of it would be transparent.',
}

export interface CutoutNote {
  /** True when there is no cutout to place. */
  refused: boolean
  /** How it was cut out, or why it was not, in a sentence. */
  line: string
}

/** How a cutout came out, in words. */
export function cutoutNote({ way, transparent, refused }: CutoutMeasures): CutoutNote {
  if (refused) return { refused: true, line: REFUSALS[refused] }
  return {
    refused: false,
    line: `${CUTOUT_WAYS[way].label} · ${percentLabel(transparent)} is transparent`,
  }
}
