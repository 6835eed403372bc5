import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { ENCODE, type PictureFormat } from './draw-picture.ts'
import type { Extent } from './extent.ts'

/** What lies behind a lone subject: a flat colour (#rrggbb), nothing at all, or a painted checkerboard. */
export type Backdrop = `#${string}` | 'clear' | 'checkerboard'

const SQUARE = 16

function behind(backdrop: Backdrop): string {
  if (backdrop === 'clear') return ''
  if (backdrop !== 'checkerboard') return `<rect width="100%" height="100%" fill="${backdrop}"/>`
  const cell = `<rect width="${SQUARE}" height="${SQUARE}" fill="#cccccc"/><rect x="${SQUARE}" y="${SQUARE}" width="${SQUARE}" height="${SQUARE}" fill="#cccccc"/>`
  const edge = SQUARE * 2
  return `<defs><pattern id="squares" width="${edge}" height="${edge}" patternUnits="userSpaceOnUse">${cell}</pattern></defs><rect width="100%" height="100%" fill="#ffffff"/><rect width="100%" height="100%" fill="url(#squares)"/>`
}

/** The backdrop a prompt asks for; null when it asks for none. */
export function backdropOf(prompt: string, background: string): Backdrop | null {
  const asked = /^Backdrop: (.*)$/m.exec(prompt)?.[1]
  if (asked === undefined) return null
  const key = /#[0-9a-f]{6}/.exec(asked)?.[0]
  return background === 'transparent' || key === undefined ? 'clear' : `#${key.slice(1)}`
}

/** One ellipse, whose colour comes from the seed, alone on its backdrop. */
export async function drawAlone(
  seed: string,
  { width, height }: Extent,
  format: PictureFormat,
  backdrop: Backdrop,
): Promise<Buffer> {
  const [red = 0, blue = 0] = createHash('sha256').update(seed).digest()
  const fill = `rgb(${120 + (red >> 1)},40,${blue >> 1})`
  const body = `${behind(backdrop)}<ellipse cx="50%" cy="50%" rx="30%" ry="36%" fill="${fill}"/>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${body}</svg>`
  const drawn = sharp(Buffer.from(svg))
  return await (backdrop === 'clear' ? drawn : drawn.removeAlpha()).toFormat(format, ENCODE[format]).toBuffer()
}
