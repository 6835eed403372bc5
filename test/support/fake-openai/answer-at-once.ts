import type { ServerResponse } from 'node:http'
import { type Tokens, usageOf } from './bill.ts'
import type { Order } from './check-call.ts'
import { makePicture } from './make-pictures.ts'
import type { MisbehaviourKind } from './misbehaviour.ts'

/** Answers with one JSON body, all pictures in it. */
export async function answerAtOnce(
  response: ServerResponse,
  order: Order,
  tokens: Tokens,
  kind: MisbehaviourKind,
  onHalf: () => void,
): Promise<void> {
  const data: { b64_json: string }[] = []
  for (let i = 0; i < order.n; i += 1) data.push({ b64_json: await makePicture(order, i, 'final', kind) })
  const body = JSON.stringify({
    created: 1_776_889_447,
    data,
    background: order.background === 'auto' ? 'opaque' : order.background,
    output_format: order.output_format,
    quality: order.quality,
    size: `${order.size.width}x${order.size.height}`,
    ...(kind === 'no-usage' ? {} : { usage: usageOf(tokens, false) }),
  })
  response.setHeader('content-type', 'application/json')
  const half = body.slice(0, body.length / 2)
  if (kind === 'truncated-json') {
    response.end(half)
    return
  }
  response.setHeader('content-length', Buffer.byteLength(body))
  if (kind === 'stall-mid-body') response.write(half, onHalf)
  else if (kind === 'reset-mid-body') response.write(half, () => response.destroy())
  else response.end(body)
}
