import { Hono } from 'hono'
import { requestId } from 'hono/request-id'
import { secureHeaders } from 'hono/secure-headers'
import { routes } from '#contract/http-wire.ts'
import { AppError } from '#domain/app-error.ts'
import { adminOnly, adminRoutes, authorise } from './http/authorise.ts'
import { batchRoutes } from './http/batches.ts'
import { checkHost } from './http/check-host.ts'
import { closeWhenStopping } from './http/close-when-stopping.ts'
import { crossOrigin, privateNetwork } from './http/cross-origin.ts'
import type { Env } from './http/env.ts'
import { answerError } from './http/errors.ts'
import { imageRoutes } from './http/images.ts'
import { jobEventRoutes } from './http/job-events.ts'
import { jobRoutes } from './http/jobs.ts'
import { logRequests } from './http/log-requests.ts'
import { operationRoutes } from './http/operations.ts'
import { rawResultRoutes } from './http/raw-results.ts'
import { roomForUploads } from './http/room-for-uploads.ts'
import { sessionRoutes } from './http/session.ts'
import { usageRoutes } from './http/usage.ts'
import type { Services } from './services.ts'

const resources = [
  sessionRoutes,
  imageRoutes,
  jobRoutes,
  rawResultRoutes,
  batchRoutes,
  jobEventRoutes,
  usageRoutes,
  operationRoutes,
]
const uploads = [routes.uploadImage, routes.uploadMask]

/** The proxy's HTTP side, not yet listening. */
export function createApp(services: Services): Hono<Env> {
  const app = new Hono<Env>()
  app.use(requestId())
  app.use(logRequests(services))
  app.use(closeWhenStopping(services))
  app.use(
    secureHeaders({
      crossOriginResourcePolicy: 'cross-origin',
      contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    }),
  )
  app.use(privateNetwork)
  app.use(crossOrigin)
  app.use(checkHost(services.config.host))
  app.use(authorise(services))
  for (const { method, path } of adminRoutes) app.on(method, path, adminOnly)
  for (const { method, path } of uploads) app.on(method, path, roomForUploads(services))
  for (const routesOf of resources) app.route('/', routesOf(services))
  app.notFound(() => {
    throw new AppError('not_found')
  })
  app.onError(answerError(services))
  return app
}
