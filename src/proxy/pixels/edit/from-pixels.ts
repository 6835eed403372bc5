import type { Sharp } from 'sharp'
import { picture } from '../picture.ts'
import type { Pixels } from './pixels.ts'

/** Decoded pixels as a picture to work on. */
export const fromPixels = ({ data, width, height, channels }: Pixels): Sharp =>
  picture(data, { raw: { width, height, channels } })
