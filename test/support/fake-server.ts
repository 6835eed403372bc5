import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'

export interface FakeServer {
  url: string
  /** How many requests came in. */
  count: () => number
  close(): Promise<void>
}

/** A small real server on a free port that answers as it is told; for proxies that lie, stall or fall over. */
export async function startFakeServer(answer: RequestListener): Promise<FakeServer> {
  let count = 0
  const server: Server = createServer((request, response) => {
    count += 1
    answer(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server does not listen on a port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    count: () => count,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
