import type { Request } from '#domain/request.ts'
import { encodePicture } from '../../pixels/encode-picture.ts'
import { picture } from '../../pixels/picture.ts'
import type { Drawn } from './draw-picture.ts'

const open = ({ pixels, width, height, channels }: Drawn) => picture(pixels, { raw: { width, height, channels } })

/** A finished picture in the format that was asked for. */
export async function encodeDrawn(drawn: Drawn, request: Request): Promise<Uint8Array> {
  return await encodePicture(open(drawn), request.format)
}

/** Pixels of the longer edge that are left of the first partial picture; each further one has `FINER` times as many. */
const COARSEST = 28
const FINER = 2.6

/** The picture as it looks unfinished: the more so the smaller `step` is, which counts from 0. */
export async function encodePartial(drawn: Drawn, request: Request, step: number): Promise<Uint8Array> {
  const edge = Math.round(COARSEST * FINER ** step)
  const small = await open(drawn).resize(edge, edge, { fit: 'inside' }).png().toBuffer()
  const { width, height } = drawn
  const soft = picture(small).resize(width, height, { fit: 'fill', kernel: 'cubic' })
  return await encodePicture(soft, request.format)
}
