import { createServer } from 'node:http'
import { largePng } from './large-png.ts'
import { listenAndTell } from './listen-and-tell.ts'

/** Answers every call for a picture at once with the same one, as JSON or as one event. Its edge in pixels is the argument. */
const edge = Number(process.argv[2])
const picture = largePng(edge, edge)
const usage = {
  input_tokens: 20,
  input_tokens_details: { image_tokens: 0, text_tokens: 20 },
  output_tokens: 4000,
  total_tokens: 4020,
}
const about = { background: 'opaque', output_format: 'png', quality: 'low', size: `${edge}x${edge}`, usage }
const b64_json = picture.toString('base64')
const json = Buffer.from(JSON.stringify({ created: 1_776_889_447, data: [{ b64_json }], ...about }))
const type = 'image_generation.completed'
const event = Buffer.from(
  `event: ${type}\ndata: ${JSON.stringify({ type, b64_json, created_at: 1_776_889_447, ...about })}\n\n`,
)

const now = (): number => performance.timeOrigin + performance.now()

listenAndTell(
  createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const received = now()
    if (request.method === 'GET') {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"object":"list","data":[]}')
      return
    }
    const streams = Buffer.concat(chunks).includes('"stream":true')
    const body = streams ? event : json
    response.writeHead(200, {
      'content-type': streams ? 'text/event-stream' : 'application/json',
      'content-length': body.length,
    })
    response.end(body, () => process.send?.({ received, sent: now() }))
  }),
  { bytes: picture.length },
)
