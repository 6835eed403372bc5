import { Counter, Gauge, type Registry } from 'prom-client'
import { JOB_STATES } from '#domain/job.ts'
import type { Db } from '../database/tables.ts'
import { storedBytes } from '../maintenance/stored-bytes.ts'

interface Reading {
  name: string
  help: string
  read: (db: Db, now: Date) => Promise<number>
}

const READINGS: readonly Reading[] = [
  {
    name: 'framewright_queue_oldest_seconds',
    help: 'How long the oldest queued job has waited.',
    read: oldestSeconds,
  },
  {
    name: 'framewright_reserved_microdollars',
    help: 'Held back for jobs that were not settled or released, in millionths of a dollar.',
    read: (db) => sumLedger(db, 'reserved'),
  },
  { name: 'framewright_stored_bytes', help: 'Size of all pictures that are kept.', read: storedBytes },
]

/**
 * Numbers that are read from the database whenever someone asks. Proxies that share a database all tell the same ones,
 * so a board takes the greatest, not the sum.
 */
export function addDatabaseGauges(registers: Registry[], db: Db, clock: () => Date): void {
  for (const { name, help, read } of READINGS) {
    const gauge: Gauge = new Gauge({
      name,
      help,
      registers,
      collect: async () => gauge.set(await read(db, clock())),
    })
  }
  const jobs: Gauge<'state'> = new Gauge({
    name: 'framewright_jobs',
    help: 'Jobs in the database by state; queued ones are the depth of the queue.',
    labelNames: ['state'],
    registers,
    async collect() {
      const found = await countByState(db)
      for (const state of Object.keys(JOB_STATES)) jobs.set({ state }, found.get(state) ?? 0)
    },
  })
  const settled: Counter = new Counter({
    name: 'framewright_settled_microdollars_total',
    help: 'Spent since the database was made, in millionths of a dollar.',
    registers,
    async collect() {
      const sum = await sumLedger(db, 'settled')
      settled.reset()
      settled.inc(sum)
    },
  })
}

async function countByState(db: Db): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('jobs')
    .select((row) => ['state', row.fn.countAll().as('count')] as const)
    .groupBy('state')
    .execute()
  return new Map(rows.map(({ state, count }) => [state, Number(count)]))
}

async function oldestSeconds(db: Db, now: Date): Promise<number> {
  const { since } = await db
    .selectFrom('jobs')
    .select((row) => row.fn.min('created_at').as('since'))
    .where('state', '=', 'queued')
    .executeTakeFirstOrThrow()
  return since === null ? 0 : Math.max(0, (now.getTime() - Date.parse(since)) / 1000)
}

async function sumLedger(db: Db, column: 'reserved' | 'settled'): Promise<number> {
  const { sum } = await db
    .selectFrom('ledger')
    .select((row) => row.fn.sum(column).as('sum'))
    .executeTakeFirstOrThrow()
  return Number(sum ?? 0)
}
