import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { tokensOf, usageOf } from './bill.ts'
import type { Order } from './check-call.ts'
import { makePicture } from './make-pictures.ts'
import type { Misbehaviour } from './misbehaviour.ts'
import { pause } from './pause.ts'

interface StreamEvent {
  event: string
  data: object
}

/** Answers with server-sent events: for each picture its partial ones, then the completed one. */
export async function answerStream(
  response: ServerResponse,
  order: Order,
  script: Misbehaviour,
  { stepMs, onHalf }: { stepMs: number; onHalf: () => void },
): Promise<void> {
  response.setHeader('content-type', 'text/event-stream')
  for await (const { event, data } of eventsOf(order, script)) {
    const text = `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
    const completed = event.endsWith('.completed')
    if (completed && script.kind === 'truncated-json') {
      response.end(`${text.slice(0, text.length / 2)}\n\n`)
      return
    }
    if (completed && script.kind === 'reset-mid-body') {
      response.write(text.slice(0, text.length / 2), () => response.destroy())
      return
    }
    if (completed && script.kind === 'stall-mid-body') {
      response.write(text.slice(0, text.length / 2), onHalf)
      return
    }
    const taken = new AbortController()
    const { signal } = taken
    if (!response.write(text))
      await Promise.race([once(response, 'drain', { signal }), once(response, 'close', { signal })])
    taken.abort()
    if (response.destroyed) return
    await pause(stepMs, response)
  }
  response.end()
}

async function* eventsOf(order: Order, script: Misbehaviour): AsyncGenerator<StreamEvent> {
  const kind = script.kind
  const prefix = order.endpoint === 'edits' ? 'image_edit' : 'image_generation'
  const partials = partialsOf(order, kind)
  const said = {
    created_at: 1_776_889_447,
    size: `${order.size.width}x${order.size.height}`,
    quality: order.quality,
    background: order.background,
    output_format: order.output_format,
  }
  const lastCompleted = script.kind === 'stream-ends-early' ? (script.completed ?? 0) : order.n
  for (let i = 0; i < order.n; i += 1) {
    for (let part = 0; part < partials; part += 1) {
      const b64_json = await makePicture(order, i, `partial ${part}`, kind)
      const type = `${prefix}.partial_image`
      yield { event: type, data: { type, b64_json, partial_image_index: part, ...said } }
    }
    if (script.kind === 'stream-error') {
      yield { event: 'error', data: { error: script.error } }
      return
    }
    if (i >= lastCompleted) return
    const counted = kind === 'running-usage' ? i + 1 : 1
    const usage = usageOf(tokensOf(order, counted, counted * partials), true)
    const type = `${prefix}.completed`
    const b64_json = await makePicture(order, i, 'final', kind)
    yield { event: type, data: { type, b64_json, ...said, ...(kind === 'no-usage' ? {} : { usage }) } }
  }
}

/** Partial pictures that will be sent of each picture. */
export function partialsOf(order: Order, kind: Misbehaviour['kind']): number {
  if (!order.stream) return 0
  return kind === 'fewer-partials' ? Math.min(1, order.partial_images) : order.partial_images
}
