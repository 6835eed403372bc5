import type { Server } from 'node:http'

/** Listens on a free port of this machine and tells the parent process where. Ends with the parent. */
export function listenAndTell(server: Server, more: object = {}): void {
  // A connection that is closed while idle could be written to at that moment.
  server.keepAliveTimeout = 0
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    const port = address !== null && typeof address === 'object' ? address.port : 0
    process.send?.({ url: `http://127.0.0.1:${port}`, ...more })
  })
  process.on('disconnect', () => process.exit(0))
}
