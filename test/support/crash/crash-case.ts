import type { Brief } from '#domain/brief.ts'
import type { Misbehaviour } from '../fake-openai/misbehaviour.ts'
import type { KillPoint } from './crash-plan.ts'

/** How the picture is asked for and answered. */
export const FORMS = {
  json: { partialImages: 0, count: 1 },
  'json, two pictures': { partialImages: 0, count: 2 },
  streamed: { partialImages: 2, count: 1 },
  /** Of a masked place: its picture is put into the original before it is delivered. */
  edit: { partialImages: 0, count: 1 },
} as const satisfies Record<string, Partial<Brief['render']>>
export type Form = keyof typeof FORMS

/** When the upstream has read the request, sent half of its answer, or sent all of it. */
export type UpstreamMoment = 'called' | 'stalled' | 'answered'

export type Kill = { by: 'step'; at: KillPoint } | { by: 'upstream'; at: UpstreamMoment }

/** One job, and what befalls it. */
export interface CrashCase {
  /** The row of the table it counts in; null for the row of what the database knew when the process died. */
  row: string | null
  form: Form
  /** What the upstream does with the calls it gets, in order; it answers well after that. */
  upstream: readonly Misbehaviour[]
  /** Whether the upstream refuses connections until the job has met it once. */
  upstreamStartsLate?: boolean
  kill: Kill | null
  /** A second kill, while the next process is picking up the work: the nth step since its start. */
  killAgainAt?: KillPoint
  /** How the job must end, where there is only one honest way. */
  mustBe?: 'delivered' | 'may have been charged' | 'refused unpaid'
}

/** How a job ended, for the person and for the upstream's bill. */
export interface CaseReport {
  row: string
  /** The case in one line, to find it again. */
  title: string
  /** Whether the process died where it was told to. */
  killed: boolean
  imagesBilled: number
  end: 'delivered' | 'may have been charged' | 'refused unpaid'
  /** The answer was recorded or a picture whole on disk when the process died, or nobody died, and yet the pictures are not there. */
  lost: boolean
  /** Lost like that: pictures were whole on disk when the process died, but not recorded. */
  keptUnrecorded: boolean
  /** Delivered from what was whole on disk but not recorded, at the estimate: the usage was lost. */
  salvaged: boolean
  duplicated: boolean
  billed: number
  settled: number
  held: number
  /** Everything that is not as it must be; empty when all is well. */
  problems: string[]
}
