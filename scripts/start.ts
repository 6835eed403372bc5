/** `npm start`: builds the plugin, runs the proxy and the playground until Ctrl-C. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { readConfig } from '#proxy/config.ts'
import { startFailure } from '#proxy/start-failure.ts'
import { startProxy } from '#proxy/start-proxy.ts'
import { buildPlayground } from './build-playground.ts'
import { buildPlugin } from './build-plugin.ts'
import { servePlayground } from './serve-playground.ts'
import { playgroundPort } from './start/playground-port.ts'
import { welcome } from './start/welcome.ts'

async function start(): Promise<() => Promise<void>> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const config = readConfig({ LOG_LEVEL: 'warn', ...process.env })
  const port = playgroundPort(process.env)
  await buildPlugin()
  await buildPlayground()
  const proxy = await startProxy(config)
  const playground = await servePlayground({ port, proxyUrl: proxy.url, token: proxy.localToken ?? '' }).catch(
    async (error: unknown) => {
      await proxy.close()
      throw error
    },
  )
  console.log(welcome({ ...proxy, playgroundUrl: playground.url, manifest: resolve('manifest.json') }))
  return async () => {
    await Promise.all([playground.close(), proxy.close()])
  }
}

function fail(error: unknown): never {
  console.error(startFailure(error))
  process.exit(1)
}

const close = await start().catch(fail)
let stopping = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // A second signal does not wait for pictures.
    if (stopping) process.exit(1)
    stopping = true
    console.log('\nStopping …')
    close().then(() => process.exit(0), fail)
  })
}
