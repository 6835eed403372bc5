import { type Context, Hono } from 'hono'
import { imageQuerySchema, maskQuerySchema, routes, uploadQuerySchema } from '#contract/http-wire.ts'
import { AppError } from '#domain/app-error.ts'
import { type ImageId, type ImageInfo, imageIdSchema } from '#domain/image.ts'
import type { Services } from '../services.ts'
import { answer } from './answer.ts'
import type { Env } from './env.ts'
import { fileResponse } from './file-bodies.ts'
import { isKnown } from './is-known.ts'
import { madeResponse } from './made-response.ts'
import { type BodyLimit, streamBytes } from './read-bytes.ts'
import { parseInput } from './read-input.ts'
import { readRange } from './read-range.ts'

const MEGABYTES = 50
const IMAGE_LIMIT: BodyLimit = {
  bytes: MEGABYTES * 1024 * 1024,
  tooLarge: () => new AppError('image_too_heavy', { details: { limit: MEGABYTES } }),
}

/** Pictures in and out. An id names its bytes, so an answer never goes stale. */
export function imageRoutes({ images }: Services): Hono<Env> {
  const app = new Hono<Env>()

  app.post(routes.uploadImage.path, async (c) => {
    const { as } = parseInput(uploadQuerySchema, c.req.query())
    const keep = as === 'original' ? images.uploadOriginal : images.upload
    return answer(routes.uploadImage.answer, await keep(c.get('member').id, streamBytes(c.req, IMAGE_LIMIT)))
  })

  app.post(routes.uploadMask.path, async (c) => {
    const canvas = parseInput(maskQuerySchema, c.req.query())
    const bytes = streamBytes(c.req, IMAGE_LIMIT)
    return answer(routes.uploadMask.answer, await images.uploadMask(c.get('member').id, bytes, canvas))
  })

  app.get(routes.getMeasures.path, async (c) =>
    answer(routes.getMeasures.answer, await images.measures(c.get('member').id, imageIdOf(c))),
  )

  /** `HEAD` comes here too; its body is not sent. */
  app.get(routes.getImage.path, async (c) => {
    const id = imageIdOf(c)
    const { width, format } = parseInput(imageQuerySchema, c.req.query())
    const info = await images.info(c.get('member').id, id)
    const etag = `"${[id, width, format].filter((part) => part !== undefined).join('-')}"`
    const headers = { etag, 'cache-control': 'private, max-age=31536000, immutable', vary: 'authorization' }
    if (isKnown(c.req.header('if-none-match'), etag)) return new Response(null, { status: 304, headers })
    if (width === undefined && (format === undefined || format === info.format)) {
      return sendFile(c, images, info, headers)
    }
    const file = await images.render(info, { width, format })
    return madeResponse(c, images, file.bytes, { ...headers, 'content-type': `image/${file.format}` })
  })
  return app
}

/** The id in a picture's address. One that no picture can have is a missing picture. */
function imageIdOf(c: Context<Env>): ImageId {
  const id = imageIdSchema.safeParse(c.req.param('id'))
  if (!id.success) throw new AppError('image_missing')
  return id.data
}

async function sendFile(
  c: Context<Env>,
  images: Services['images'],
  info: ImageInfo,
  always: { etag: string; [header: string]: string },
): Promise<Response> {
  const headers = { ...always, 'content-type': `image/${info.format}`, 'accept-ranges': 'bytes' }
  const range = readRange(c.req.header('range'), c.req.header('if-range'), always.etag, info.bytes)
  if (range === 'unsatisfiable') {
    return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${info.bytes}` } })
  }
  const about = range
    ? {
        status: 206,
        headers: {
          ...headers,
          'content-length': String(range.to - range.from + 1),
          'content-range': `bytes ${range.from}-${range.to}/${info.bytes}`,
        },
      }
    : { status: 200, headers: { ...headers, 'content-length': String(info.bytes) } }
  if (c.req.method === 'HEAD') return new Response(null, about)
  return fileResponse(c.env, await images.open(info, range ?? undefined), about)
}
