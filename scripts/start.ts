/** `npm start`: builds the plugin, runs the proxy and the playground until Ctrl-C. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { readConfig } from '#proxy/config.ts'
import { startProxy } from '#proxy/start-proxy.ts'
import { buildPlayground } from './build-playground.ts'
import { buildPlugin } from './build-plugin.ts'
import { servePlayground } from './serve-playground.ts'
import { welcome } from './start/welcome.ts'

if (existsSync('.env')) process.loadEnvFile('.env')

await buildPlugin()
await buildPlayground()
const config = readConfig(process.env)
const proxy = await startProxy(config)
const playground = await servePlayground({
  port: Number(process.env['PLAYGROUND_PORT'] ?? 8788),
  proxyUrl: proxy.url,
  token: proxy.localToken,
})
console.log(
  welcome({
    playgroundUrl: playground.url,
    proxyUrl: proxy.url,
    engineName: proxy.engineName,
    dataDir: resolve(proxy.dataDir),
    token: proxy.localToken,
    manifest: resolve('manifest.json'),
  }),
)

let closing = false
async function close(): Promise<void> {
  if (closing) return
  closing = true
  console.log('\nStopping …')
  await Promise.allSettled([playground.close(), proxy.close()])
  console.log('Stopped.')
  process.exit(0)
}
process.on('SIGINT', close)
process.on('SIGTERM', close)
