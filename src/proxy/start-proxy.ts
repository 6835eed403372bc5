import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createAdaptorServer, type ServerType } from '@hono/node-server'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import { sendFileBodies } from './http/file-bodies.ts'
import { writeDurably } from './image-store/write-durably.ts'
import { openServices, type ServiceParts, type Services } from './services.ts'

/** Where in the data folder a running proxy says where it listens. */
export const ADDRESS_FILE = 'local-address'

export interface RunningProxy {
  url: string
  port: number
  /** Token of the member that a first start creates; null where several proxies share the members. */
  localToken: string | null
  engineName: string
  simulated: boolean
  dataDir: string
  /** Takes no new request, waits for pictures already asked for, then lets everything go. */
  close(): Promise<void>
}

export interface StartParts extends ServiceParts {
  /** Whether others may find and use it through the data folder; never where several proxies share it. */
  announce?: boolean
}

/**
 * Starts the proxy and listens.
 * @throws DataFolderInUse, DatabaseUnusable, or the system's error when the port is taken
 */
export async function startProxy(
  config: Config,
  { announce = true, ...parts }: StartParts = {},
): Promise<RunningProxy> {
  const services = await openServices(config, parts)
  try {
    const { servers, port } = await listen(config, sendFileBodies(createApp(services).fetch, services.log))
    const url = `http://${nameOf(config.host)}:${port}`
    if (announce && config.databaseUrl === null)
      await writeDurably(join(config.dataDir, ADDRESS_FILE), Buffer.from(`${url}\n`))
    services.log.info({ port, engine: services.engine.name }, 'listening')
    let closed: Promise<void> | null = null
    return {
      url,
      port,
      localToken: services.members.localToken,
      engineName: services.engine.name,
      simulated: services.engine.simulated,
      dataDir: config.dataDir,
      close() {
        closed ??= closeAll(servers, services)
        return closed
      },
    }
  } catch (error) {
    await services.close()
    throw error
  }
}

async function closeAll(servers: ServerType[], services: Services): Promise<void> {
  const stopped = servers.map((server) => stopListening(server))
  if (services.config.databaseUrl === null) await rm(join(services.config.dataDir, ADDRESS_FILE), { force: true })
  await services.close()
  for (const server of servers) if ('closeAllConnections' in server) server.closeAllConnections()
  await Promise.all(stopped)
}

/** How this machine reaches an address the proxy listens on. */
function nameOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

type Fetch = Parameters<typeof createAdaptorServer>[0]['fetch']

/** `localhost` is two addresses; browsers try either first. */
async function listen({ host, port }: Config, fetch: Fetch): Promise<{ servers: ServerType[]; port: number }> {
  const first = await listenOn(fetch, host === 'localhost' ? '127.0.0.1' : host, port)
  const chosen = portOf(first)
  if (host !== 'localhost') return { servers: [first], port: chosen }
  const second = await listenOn(fetch, '::1', chosen).catch(async (error: unknown) => {
    if (isMissingAddress(error)) return null
    await stopListening(first)
    throw error
  })
  return { servers: second ? [first, second] : [first], port: chosen }
}

async function listenOn(fetch: Fetch, host: string, port: number): Promise<ServerType> {
  // Its own Request and Response in place of Node's would reach the engines too.
  const server = createAdaptorServer({ fetch, overrideGlobalObjects: false })
  server.listen(port, host)
  await once(server, 'listening')
  return server
}

function portOf(server: ServerType): number {
  const address: AddressInfo | string | null = server.address()
  if (address === null || typeof address === 'string') throw new Error('The proxy does not listen on a port')
  return address.port
}

/** A machine without IPv6. */
function isMissingAddress(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  return code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT'
}

async function stopListening(server: ServerType): Promise<void> {
  await new Promise<void>((resolve) => server.close(() => resolve()))
}
