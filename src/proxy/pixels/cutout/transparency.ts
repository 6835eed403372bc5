import type { Rgba } from './rgba.ts'

/** Up to here alpha counts as nothing: models leave traces. */
const TRACE = 2

/** Less of the picture than this does not make it a cutout. */
const LEAST = 0.005

export interface Transparency {
  /** Share of the pixels that are fully transparent, 0..1. */
  transparent: number
  /** Whether hardly anything of it is. */
  opaque: boolean
}

export function transparencyOf({ data }: Rgba): Transparency {
  let count = 0
  for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 0) <= TRACE) count += 1
  const transparent = count / (data.length / 4)
  return { transparent, opaque: transparent < LEAST }
}
