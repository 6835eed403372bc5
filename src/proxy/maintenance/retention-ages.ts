import type { RetentionConfig } from '../config.ts'

/** Nobody looks at an unfinished picture once its job has ended. */
const PARTIALS_DAYS = 1
/** How each step of a job went; its end is kept with the job. */
const EVENTS_DAYS = 30
const DAY_MS = 24 * 60 * 60 * 1000

/** What is older than these may go. ISO times. */
export interface Ages {
  results: string
  uploads: string
  partials: string
  events: string
}

export function agesAt(now: Date, { resultsDays, uploadsDays }: RetentionConfig): Ages {
  const before = (days: number): string => new Date(now.getTime() - days * DAY_MS).toISOString()
  return {
    results: before(resultsDays),
    uploads: before(uploadsDays),
    partials: before(PARTIALS_DAYS),
    events: before(EVENTS_DAYS),
  }
}
