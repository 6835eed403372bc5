import { beforeAll, describe, expect, it } from 'vitest'
import type { EngineAnswer } from '#proxy/engines/engine.ts'
import { openBody } from '#proxy/engines/openai/answer/byte-window.ts'
import { readStream } from '#proxy/engines/openai/read-stream.ts'
import { samplePng } from '#support/sample-images.ts'
import { engineCall } from './engine-call.ts'

let b64_json: string
beforeAll(async () => {
  b64_json = Buffer.from(await samplePng(64, 48)).toString('base64')
})

type Order = readonly ('event' | 'type' | 'picture')[]

/** One event; the fields come in an order. What says its kind may be left out. */
function eventText(type: string, order: Order): string {
  const fields = order.map((field) => ({ event: [], type: [['type', type]], picture: [['b64_json', b64_json]] })[field])
  const data = Object.fromEntries([...fields.flat(), ['size', '64x48'], ['created_at', 1]])
  const line = order.includes('event') ? `event: ${type}\n` : ''
  return `${line}data: ${JSON.stringify(data)}\n\n`
}

/** Reads a stream that ends there, cleanly or not. */
async function readUpTo(text: string, end: number, breaks: boolean): Promise<EngineAnswer> {
  const call = await engineCall({ request: { partialImages: 2 } })
  const body = openBody(
    (async function* () {
      yield Buffer.from(text.slice(0, end))
      if (breaks) throw new Error('connection lost')
    })(),
  )
  return readStream({ body, headers: new Headers(), requestId: null }, call)
}

const ways: readonly Order[] = [
  ['event', 'type', 'picture'],
  ['type', 'picture'],
  ['event', 'picture', 'type'],
]

describe('a stream that is cut inside the event of the completed picture', () => {
  for (const order of ways) {
    for (const breaks of [false, true]) {
      const how = `${order.join(', ')}; ${breaks ? 'broken' : 'ended'}`
      it(`gives the picture from its last character on, with unknown usage (${how})`, async () => {
        const partial = eventText('image_generation.partial_image', order)
        const text = partial + eventText('image_generation.completed', order)
        const closed = text.lastIndexOf(b64_json) + b64_json.length + 1
        for (let end = closed; end < text.length - 1; end += 1) {
          const { images, usage } = await readUpTo(text, end, breaks)
          expect([images.length, usage]).toEqual([1, null])
        }
        for (const end of [closed - 1, closed - 2, partial.length, partial.length - 3]) {
          await expect(readUpTo(text, end, breaks)).rejects.toThrow()
        }
      })
    }
  }

  it('does not take a picture for completed whose kind was not told yet', async () => {
    const text = eventText('image_generation.completed', ['picture', 'type'])
    await expect(readUpTo(text, text.indexOf('"type"'), false)).rejects.toMatchObject({ code: 'upstream_cut_off' })
    expect((await readUpTo(text, text.length, false)).images).toHaveLength(1)
  })

  it('gives it after those of earlier events, and what was said of them', async () => {
    const text = eventText('image_generation.completed', ['event', 'type', 'picture']).repeat(2)
    const { images, usage, reported } = await readUpTo(text, text.length - 6, true)
    expect([images.length, usage, reported]).toEqual([2, null, { size: '64x48' }])
  })
})
