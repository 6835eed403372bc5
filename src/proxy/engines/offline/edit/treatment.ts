import type { OverlayOptions } from 'sharp'
import type { Request } from '#domain/request.ts'
import { picture } from '../../../pixels/picture.ts'
import type { OpenedReference } from '../opened-reference.ts'
import type { Palette } from '../palette.ts'
import type { Random } from '../random.ts'
import type { Place, Size } from './place.ts'

/** Everything one edit knows. */
export interface EditWork {
  request: Request
  size: Size
  place: Place
  /** The original, drawn again: RGB pixels of the size. */
  ground: Buffer
  /** References that show what to put in. */
  subjects: OpenedReference[]
  /** What the designer asked for: as written, and its words in lower case. */
  lines: string[]
  words: string[]
  palette: Palette
  random: Random
}

/** What the place that changes looks like afterwards: RGB pixels of the whole picture. */
export type Treatment = (work: EditWork) => Promise<Buffer>

/** RGB pixels with something laid over them. */
export async function layOver(rgb: Buffer, size: Size, layers: OverlayOptions[]): Promise<Buffer> {
  const whole = picture(rgb, { raw: { ...size, channels: 3 } }).composite(layers)
  return await whole.removeAlpha().raw().toBuffer()
}
