import type { Extent } from '#domain/legal-sizes.ts'

/** A decoded picture: 8-bit sRGB, three channels, or four with straight alpha; rows from the top, without gaps. */
export interface Pixels extends Extent {
  data: Uint8Array
  channels: 3 | 4
}

/** Does something with the rows from the first up to, but without, the end. */
export type WorkOnRows = (first: number, end: number) => void
