import type { Logger } from 'pino'
import type { Db } from '../database/tables.ts'
import type { Engine } from '../engines/engine.ts'
import type { ArrivingPictures } from '../image-store/arriving-pictures.ts'
import type { ImageStore } from '../image-store/image-store.ts'
import type { Metrics } from '../metrics/open-metrics.ts'
import type { Bell } from './bell.ts'
import type { Outcome } from './runs/outcome.ts'

/** What the work on a job needs. */
export interface JobContext {
  db: Db
  images: ImageStore
  arriving: Omit<ArrivingPictures, 'close'>
  engine: Engine
  log: Logger
  metrics: Pick<Metrics, 'answered' | 'delivered' | 'refused'>
  /** The time now, ISO. */
  now: () => string
  /** Throws AppError `storage_limit` while no new pictures are taken. */
  hasRoom: () => Promise<void>
  /** Rings when a job has changed. */
  changes: Bell
  /** Aborts when stopping has waited long enough for pictures already asked for. */
  giveUp: AbortSignal
  /** The calls this process has made in turns that are not over, by durable run. */
  underWay: Map<string, Promise<Outcome>>
  /** The answers this process is making results of, by job. */
  finishing: Map<string, Promise<void>>
}
