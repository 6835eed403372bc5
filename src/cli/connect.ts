import { createProxyClient, type ProxyClient } from '#client/proxy-client.ts'
import { UsageError } from './usage-error.ts'

export interface Connection {
  client: ProxyClient
  close: () => Promise<void>
}

/** The proxy at `FRAMEWRIGHT_PROXY`, else the one that works in the data folder, else one of our own for as long as it is needed. */
export async function connect(env: NodeJS.ProcessEnv): Promise<Connection> {
  const address = env['FRAMEWRIGHT_PROXY']
  if (address) {
    const token = env['FRAMEWRIGHT_TOKEN']
    if (!token) throw new UsageError('Set FRAMEWRIGHT_TOKEN to your member token.')
    return { client: createProxyClient({ baseUrl: address, token }), close: async () => {} }
  }
  // Loading a proxy takes longer than most commands that only talk to one.
  const { readConfig } = await import('#proxy/config.ts')
  const { joinProxy } = await import('#proxy/join-proxy.ts')
  const proxy = await joinProxy(readConfig({ LOG_LEVEL: 'silent', ...env, PORT: '0' }))
  stopGently(proxy.close)
  return { client: createProxyClient({ baseUrl: proxy.url, token: proxy.localToken }), close: proxy.close }
}

/** Ctrl-C waits for a picture that was already asked for, since it may be paid for; a second one does not. */
function stopGently(close: () => Promise<void>): void {
  process.once('SIGINT', () => {
    console.error('\nStopping. A picture already asked for is waited for and kept; Ctrl-C again stops at once.')
    process.once('SIGINT', () => process.exit(130))
    close().finally(() => process.exit(130))
  })
}
