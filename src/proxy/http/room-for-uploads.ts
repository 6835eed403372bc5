import { createMiddleware } from 'hono/factory'
import type { Services } from '../services.ts'

/** Refuses a picture while the kept ones take as much as they may, before a byte of it is read. */
export function roomForUploads({ refuseWhenFull }: Pick<Services, 'refuseWhenFull'>) {
  return createMiddleware(async (_, next) => {
    await refuseWhenFull()
    return next()
  })
}
