import { Hono } from 'hono'
import { imageQuerySchema, routes } from '#contract/http-wire.ts'
import { AppError } from '#domain/app-error.ts'
import { imageIdSchema } from '#domain/image.ts'
import type { Services } from '../services.ts'
import { answer } from './answer.ts'
import type { Env } from './env.ts'
import { type BodyLimit, readBytes } from './read-bytes.ts'
import { parseInput } from './read-input.ts'

const MEGABYTES = 50
const IMAGE_LIMIT: BodyLimit = {
  bytes: MEGABYTES * 1024 * 1024,
  tooLarge: () => new AppError('image_too_heavy', { details: { limit: MEGABYTES } }),
}

/** Pictures in and out. An id names its bytes, so an answer never goes stale. */
export function imageRoutes({ images }: Services): Hono<Env> {
  const app = new Hono<Env>()

  app.post(routes.uploadImage.path, async (c) => {
    const bytes = await readBytes(c.req, IMAGE_LIMIT)
    return answer(routes.uploadImage.answer, await images.upload(c.get('member').id, bytes))
  })

  app.get(routes.getImage.path, async (c) => {
    const id = imageIdSchema.safeParse(c.req.param('id'))
    if (!id.success) throw new AppError('image_missing')
    const { width, format } = parseInput(imageQuerySchema, c.req.query())
    const member = c.get('member')
    const etag = `"${[id.data, width, format].filter((part) => part !== undefined).join('-')}"`
    const headers = { etag, 'cache-control': 'private, max-age=31536000, immutable', vary: 'authorization' }
    if (c.req.header('if-none-match') === etag) {
      await images.info(member.id, id.data)
      return new Response(null, { status: 304, headers })
    }
    const file = await images.read(member.id, id.data, {
      ...(width === undefined ? {} : { width }),
      ...(format === undefined ? {} : { format }),
    })
    return new Response(new Uint8Array(file.bytes), {
      headers: { ...headers, 'content-type': `image/${file.format}`, 'content-length': String(file.bytes.byteLength) },
    })
  })
  return app
}
