import { picture } from '../../../pixels/picture.ts'
import type { Size } from './place.ts'

/** Pixels of the longer edge a place is filled at: what fills it is soft anyway. */
const EDGE = 360

interface Level extends Size {
  /** Red, green, blue, and how much they are known, for each pixel. */
  values: Float32Array
}

const at = ({ values }: Level, index: number): number => values[index] ?? 0

/** Half the size; what is known there is the mean of what is known of its four pixels. */
function coarser(fine: Level): Level {
  const width = Math.ceil(fine.width / 2)
  const height = Math.ceil(fine.height / 2)
  const values = new Float32Array(width * height * 4)
  for (let y = 0; y < fine.height; y++) {
    for (let x = 0; x < fine.width; x++) {
      const from = (y * fine.width + x) * 4
      const to = ((y >> 1) * width + (x >> 1)) * 4
      const known = at(fine, from + 3)
      for (let c = 0; c < 3; c++) values[to + c] = (values[to + c] ?? 0) + at(fine, from + c) * known
      values[to + 3] = (values[to + 3] ?? 0) + known
    }
  }
  for (let i = 0; i < values.length; i += 4) {
    const known = values[i + 3] ?? 0
    for (let c = 0; known > 0 && c < 3; c++) values[i + c] = (values[i + c] ?? 0) / known
    values[i + 3] = Math.min(1, known)
  }
  return { width, height, values }
}

/** One channel of a level between its pixels; x and y in pixels of the level twice as large. */
function between(level: Level, x: number, y: number, c: number): number {
  const [u, v] = [Math.max(0, x / 2 - 0.25), Math.max(0, y / 2 - 0.25)]
  const [left, top] = [Math.floor(u), Math.floor(v)]
  const pick = (column: number, row: number) =>
    at(level, (Math.min(row, level.height - 1) * level.width + Math.min(column, level.width - 1)) * 4 + c)
  const mixed = (row: number) => pick(left, row) * (1 - u + left) + pick(left + 1, row) * (u - left)
  return mixed(top) * (1 - v + top) + mixed(top + 1) * (v - top)
}

/** Fills what is unknown from ever coarser levels: far inside only the broad colours around arrive. */
function filled(fine: Level): Level {
  if (fine.width * fine.height === 1) return fine
  const coarse = filled(coarser(fine))
  for (let y = 0; y < fine.height; y++) {
    for (let x = 0; x < fine.width; x++) {
      const i = (y * fine.width + x) * 4
      const known = at(fine, i + 3)
      for (let c = 0; known < 1 && c < 3; c++) {
        fine.values[i + c] = at(fine, i + c) * known + between(coarse, x, y, c) * (1 - known)
      }
      fine.values[i + 3] = 1
    }
  }
  return fine
}

/** RGB pixels of a picture whose changing part (255) shows what is around it, grown inwards. */
export async function fillIn(rgb: Buffer, change: Buffer, { width, height }: Size): Promise<Buffer> {
  const fit = { width: EDGE, height: EDGE, fit: 'inside', withoutEnlargement: true } as const
  const open = picture(rgb, { raw: { width, height, channels: 3 } })
  const { data, info } = await open.resize(fit).raw().toBuffer({ resolveWithObject: true })
  const cover = picture(change, { raw: { width, height, channels: 1 } }).blur(Math.max(0.4, width / info.width))
  const unknown = await cover.resize(info.width, info.height, { fit: 'fill' }).toColourspace('b-w').raw().toBuffer()
  const values = new Float32Array(unknown.length * 4)
  for (const [i, value] of unknown.entries()) {
    for (let c = 0; c < 3; c++) values[i * 4 + c] = data[i * 3 + c] ?? 0
    values[i * 4 + 3] = value > 8 ? 0 : 1
  }
  const level = filled({ width: info.width, height: info.height, values })
  const small = Buffer.alloc(unknown.length * 3)
  for (let i = 0; i < unknown.length; i++) for (let c = 0; c < 3; c++) small[i * 3 + c] = at(level, i * 4 + c)
  const raw = { width: info.width, height: info.height, channels: 3 } as const
  return await picture(small, { raw }).resize(width, height, { fit: 'fill', kernel: 'cubic' }).raw().toBuffer()
}
