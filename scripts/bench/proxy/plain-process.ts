import { createServer } from 'node:http'
import OpenAI from 'openai'
import { listenAndTell } from './listen-and-tell.ts'

/** The plain way: one call of the official SDK, then the decoded picture is sent as a buffer. */
const client = new OpenAI({
  apiKey: 'sk-bench',
  baseURL: `${process.argv[2] ?? ''}/v1`,
  maxRetries: 0,
  logLevel: 'off',
})
const asked = { model: 'gpt-image-2', prompt: 'A lamp', size: '1024x1024', quality: 'low' } as const

async function makePicture(streams: boolean): Promise<Buffer> {
  if (!streams) {
    const { data } = await client.images.generate(asked)
    return Buffer.from(data?.[0]?.b64_json ?? '', 'base64')
  }
  for await (const event of await client.images.generate({ ...asked, stream: true, partial_images: 1 })) {
    if (event.type === 'image_generation.completed') return Buffer.from(event.b64_json, 'base64')
  }
  throw new Error('No picture came')
}

listenAndTell(
  createServer(async (request, response) => {
    request.resume()
    const picture = await makePicture(request.url === '/events')
    response.writeHead(200, { 'content-type': 'image/png', 'content-length': picture.length })
    response.end(picture)
  }),
)
