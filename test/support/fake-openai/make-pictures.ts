import type { Order } from './check-call.ts'
import { backdropOf, drawAlone } from './draw-backdrop.ts'
import { drawEdit } from './draw-edit.ts'
import { drawPicture, type PictureFormat } from './draw-picture.ts'
import type { Extent } from './extent.ts'
import type { MisbehaviourKind } from './misbehaviour.ts'

const ANOTHER_FORMAT = { png: 'jpeg', jpeg: 'png', webp: 'png' } as const satisfies Record<PictureFormat, PictureFormat>

function draw(
  order: Order,
  seed: string,
  size: Extent,
  format: PictureFormat,
  kind: MisbehaviourKind,
): Promise<Buffer> {
  const { edited, prompt, background } = order
  if (kind === 'checkerboard') return drawAlone(seed, size, format, 'checkerboard')
  if (edited && kind !== 'ignores-mask') return drawEdit(seed, edited, size, format)
  const backdrop = backdropOf(prompt, background)
  if (backdrop !== null && kind !== 'opaque') return drawAlone(seed, size, format, backdrop)
  return drawPicture(seed, size, format, background === 'transparent' && kind !== 'opaque')
}

/** One picture in base64, spoiled as the script says. `stage` tells partial pictures of one picture apart. */
export async function makePicture(order: Order, index: number, stage: string, kind: MisbehaviourKind): Promise<string> {
  if (kind === 'not-an-image') return Buffer.from('This is no picture at all.').toString('base64')
  const { width, height } = order.size
  const size = kind === 'wrong-size' ? { width: width - 16, height: height + 16 } : order.size
  const format = kind === 'wrong-format' ? ANOTHER_FORMAT[order.output_format] : order.output_format
  const seed = [order.prompt, order.model, order.quality, index, stage].join('|')
  const picture = await draw(order, seed, size, format, kind)
  const base64 = picture.toString('base64')
  return kind === 'bad-base64' ? `${base64.slice(0, 40)}*!*${base64.slice(43)}` : base64
}
