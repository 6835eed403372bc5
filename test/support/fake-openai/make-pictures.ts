import type { Order } from './check-call.ts'
import { drawPicture, type PictureFormat } from './draw-picture.ts'
import type { MisbehaviourKind } from './misbehaviour.ts'

const ANOTHER_FORMAT = { png: 'jpeg', jpeg: 'png', webp: 'png' } as const satisfies Record<PictureFormat, PictureFormat>

/** One picture in base64, spoiled as the script says. `stage` tells partial pictures of one picture apart. */
export async function makePicture(order: Order, index: number, stage: string, kind: MisbehaviourKind): Promise<string> {
  if (kind === 'not-an-image') return Buffer.from('This is no picture at all.').toString('base64')
  const { width, height } = order.size
  const size = kind === 'wrong-size' ? { width: width - 16, height: height + 16 } : order.size
  const format = kind === 'wrong-format' ? ANOTHER_FORMAT[order.output_format] : order.output_format
  const seed = [order.prompt, order.model, order.quality, index, stage].join('|')
  const picture = await drawPicture(seed, size, format, order.background === 'transparent')
  const base64 = picture.toString('base64')
  return kind === 'bad-base64' ? `${base64.slice(0, 40)}*!*${base64.slice(43)}` : base64
}
