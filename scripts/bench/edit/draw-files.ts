import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { prepareMask } from '#proxy/pixels/edit/prepare-mask.ts'
import { encodePng } from '#proxy/pixels/encode-png.ts'
import { ORIGINAL, type Row } from './rows.ts'

/** The grain of a photo, in levels to each side. */
const GRAIN = 4

/** Soft light, edges and grain, the same every time. */
function photo(): Buffer {
  const { width, height } = ORIGINAL
  const data = Buffer.alloc(width * height * 3)
  let state = 1
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const edge = Math.sin(x / 37 + Math.sin(y / 61) * 3) > 0.92 ? 40 : 0
      for (let one = 0; one < 3; one++, at++) {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
        const light = 120 + 70 * Math.sin(x / 400 + one) * Math.cos(y / 300 - one / 2)
        data[at] = light + edge + ((state >>> 24) % (2 * GRAIN + 1)) - GRAIN
      }
    }
  }
  return data
}

/** Writes what every row needs into a folder: the original, and for each row its mask and a tinted answer of the model. */
export async function drawFiles(folder: string, rows: readonly Row[]): Promise<void> {
  const raw = { ...ORIGINAL, channels: 3 as const }
  const original = photo()
  writeFileSync(join(folder, 'original.png'), await encodePng(sharp(original, { raw })).toBuffer())
  for (const [index, { box, window, size }] of rows.entries()) {
    const { x: left, y: top, width, height } = window
    const seen = sharp(original, { raw }).extract({ left, top, width, height })
    const tinted = seen.resize(size.width, size.height, { fit: 'fill' }).blur(1.2).linear([1, 1, 1], [9, 2, -6])
    writeFileSync(join(folder, `raw-${index}.png`), await encodePng(tinted).toBuffer())
    const ellipse = `<ellipse cx="${box.x + box.width / 2}" cy="${box.y + box.height / 2}" rx="${box.width / 2}" ry="${box.height / 2}"/>`
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${ORIGINAL.width}" height="${ORIGINAL.height}"><rect width="100%" height="100%" fill="#fff"/>${ellipse}</svg>`
    const { png } = await prepareMask(await sharp(Buffer.from(svg)).removeAlpha().png().toBuffer(), ORIGINAL)
    writeFileSync(join(folder, `mask-${index}.png`), png)
  }
}
