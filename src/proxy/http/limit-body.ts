import { bodyLimit } from 'hono/body-limit'
import { AppError } from '#domain/app-error.ts'

const MEGABYTE = 1024 * 1024
const IMAGE_MEGABYTES = 50

/** The JSON of a brief is far smaller. */
export const limitJson = bodyLimit({
  maxSize: MEGABYTE,
  onError: () => {
    throw new AppError('body_too_large')
  },
})

export const limitImage = bodyLimit({
  maxSize: IMAGE_MEGABYTES * MEGABYTE,
  onError: () => {
    throw new AppError('image_too_heavy', { details: { limit: IMAGE_MEGABYTES } })
  },
})
