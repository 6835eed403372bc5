/** Serves build/playground and the built plugin on this machine only. */

import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'

export interface PlaygroundOptions {
  /** 0 takes a free one. */
  readonly port: number
  /** Given to the page, which puts them where the plugin keeps its settings. */
  readonly proxyUrl: string
  readonly token: string
}

export interface PlaygroundServer {
  readonly url: string
  close(): Promise<void>
}

/** The token is for people at this machine: a page of another name, bound to this address, gets nothing. */
const localHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

const plugin: Record<string, string> = {
  '/plugin/main.js': 'build/main.js',
  '/plugin/ui.js': 'build/ui.js',
  '/plugin/manifest.json': 'manifest.json',
}

function createApp({ proxyUrl, token }: PlaygroundOptions): Hono {
  const app = new Hono()
  app.use(async (context, next) => {
    if (!localHost.test(context.req.header('host') ?? ''))
      return context.text('This playground is for this machine only.', 403)
    await next()
    context.header('Cache-Control', 'no-store')
    context.header('X-Content-Type-Options', 'nosniff')
    context.header('Cross-Origin-Resource-Policy', 'same-origin')
    return undefined
  })
  app.get('/playground.json', (context) => context.json({ proxyUrl, token }))
  for (const [route, path] of Object.entries(plugin)) app.get(route, serveStatic({ path }))
  app.use(serveStatic({ root: 'build/playground' }))
  return app
}

function listen(listener: RequestListener, port: number, host: string): Promise<Server> {
  const server = createServer(listener)
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve(server))
  })
}

const portOf = (server: Server) => (server.address() as AddressInfo).port

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

/** Listens on both loopback addresses, since `localhost` may mean either; one is enough where the other is missing. */
export async function servePlayground(options: PlaygroundOptions): Promise<PlaygroundServer> {
  // The proxy may run in this process, and its OpenAI engine needs Node's own Request and Response.
  const listener = getRequestListener(createApp(options).fetch, { overrideGlobalObjects: false })
  const first = await listen(listener, options.port, '127.0.0.1')
  const port = portOf(first)
  const second = await listen(listener, port, '::1').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') return undefined
    throw error
  })
  return {
    url: `http://localhost:${port}`,
    async close() {
      await Promise.all([first, ...(second ? [second] : [])].map(close))
    },
  }
}
