import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestProject } from 'vitest/node'
import { type PostgresServer, startPostgres } from './start-postgres.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Answers with the port of the PostgreSQL server of this run, started when the first test asks. */
    postgresOffer: string
  }
}

/** One PostgreSQL server for a whole run of the tests, and none for a run that needs none. */
export default async function offerPostgres(project: TestProject): Promise<() => Promise<void>> {
  let started: Promise<PostgresServer & { port: number }> | null = null
  const offer = createServer((_, response) => {
    started ??= startPostgres()
    started.then(
      ({ port }) => response.end(String(port)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  offer.listen(0, '127.0.0.1')
  await once(offer, 'listening')
  const address: AddressInfo | string | null = offer.address()
  if (address === null || typeof address === 'string') throw new Error('The offer has no port')
  project.provide('postgresOffer', `http://127.0.0.1:${address.port}`)
  return async () => {
    offer.closeAllConnections()
    offer.close()
    if (started) await (await started).stop()
  }
}
