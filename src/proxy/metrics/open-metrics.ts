import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { FailureCode } from '#domain/failure.ts'
import type { Db } from '../database/tables.ts'
import { addDatabaseGauges } from './database-gauges.ts'

/** Numbers for whoever runs the proxy. No name, id or prompt is ever a label, so the series stay few. */
export interface Metrics {
  /** The engine answered a call with pictures and they are kept. */
  answered(call: { model: string; quality: string; seconds: number }): void
  /** A job ended with pictures and its price was settled; notable when that is far from the estimate. */
  delivered(job: { images: number; isNotable: boolean }): void
  /** A request was answered with a failure, or a job ended with one. */
  refused(where: 'request' | 'job', code: FailureCode): void
  /** All numbers as Prometheus reads them. */
  read(): Promise<string>
}

/** Seconds. Pictures take from a second to ten minutes. */
const LATENCIES = [1, 2, 5, 10, 20, 30, 45, 60, 90, 120, 180, 300, 600]

/** The process's own numbers are gathered once, however many proxies run in it, and only when someone asks. */
let ofProcess: Registry | null = null
function processRegistry(): Registry {
  if (ofProcess) return ofProcess
  ofProcess = new Registry()
  collectDefaultMetrics({ register: ofProcess })
  return ofProcess
}

/** Counters of this process, and gauges that read the database when asked. */
export function openMetrics(db: Db, clock: () => Date): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const latency = new Histogram({
    name: 'framewright_upstream_seconds',
    help: 'From asking the engine to its pictures being kept.',
    labelNames: ['model', 'quality'],
    buckets: LATENCIES,
    registers,
  })
  const images = new Counter({ name: 'framewright_images_delivered_total', help: 'Pictures delivered.', registers })
  const differing = new Counter({
    name: 'framewright_settlements_differing_total',
    help: 'Settlements more than 2 % away from what was reserved; of upper bounds, above it.',
    registers,
  })
  const refusals = new Counter({
    name: 'framewright_refusals_total',
    help: 'Failures by code: requests answered with one, jobs ended by one.',
    labelNames: ['where', 'code'],
    registers,
  })
  addDatabaseGauges(registers, db, clock)
  return {
    answered: ({ model, quality, seconds }) => latency.observe({ model, quality }, seconds),
    delivered(job) {
      images.inc(job.images)
      if (job.isNotable) differing.inc()
    },
    refused: (where, code) => refusals.inc({ where, code }),
    read: () => Registry.merge([registry, processRegistry()]).metrics(),
  }
}
