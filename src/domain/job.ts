import { z } from 'zod'
import { briefSchema } from './brief.ts'
import { cutoutMeasuresSchema } from './edits/cutout.ts'
import { compositeSchema } from './edits/edit-measures.ts'
import { failureSchema } from './failure.ts'
import { frameSchema } from './frame.ts'
import { imageIdSchema, imageInfoSchema } from './image.ts'
import { microDollarsSchema } from './money.ts'
import { planSchema } from './size.ts'

interface StateRow {
  label: string
  /** An ended job never changes again, except that one given up as interrupted is done when its pictures arrive after all. */
  ended: boolean
}

/** The states of a job. One row per state. */
export const JOB_STATES = {
  queued: { label: 'Waiting', ended: false },
  running: { label: 'Making the picture', ended: false },
  done: { label: 'Done', ended: true },
  failed: { label: 'Failed', ended: true },
  cancelled: { label: 'Cancelled', ended: true },
} as const satisfies Record<string, StateRow>

export type JobState = keyof typeof JOB_STATES
export const jobStateSchema = z.enum(Object.keys(JOB_STATES) as [JobState, ...JobState[]])

/** Chosen by the client, so that a submit sent twice is the same job. */
export const jobIdSchema = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/)

/** One image of a job. */
export const resultSchema = z.strictObject({
  image: imageInfoSchema,
  /** What came back differently from what was asked, in words; empty when all is as asked. */
  mismatches: z.array(z.string()),
  /** How an edit was put together from the raw picture; null when it was not, or is still to be. */
  composite: compositeSchema.nullable().default(null),
  /** How a cutout came out; null when it is none. */
  cutout: cutoutMeasuresSchema.nullable().default(null),
})
export type Result = z.infer<typeof resultSchema>

const jobPriceSchema = z.strictObject({
  /** Reserved when the job was submitted. */
  reserved: microDollarsSchema,
  /** Settled from the usage the engine reported; null until then. */
  charged: microDollarsSchema.nullable(),
  /** False when the reservation is an upper bound. */
  exact: z.boolean(),
})

export const jobSchema = z.strictObject({
  id: jobIdSchema,
  state: jobStateSchema,
  frame: frameSchema,
  brief: briefSchema,
  plan: planSchema,
  prompt: z.string(),
  engine: z.strictObject({ name: z.string(), simulated: z.boolean() }),
  price: jobPriceSchema,
  /** Jobs ahead in line; null when not queued. */
  position: z.int().nonnegative().nullable(),
  /** Pictures of the unfinished work, in the order they came. */
  partials: z.array(imageInfoSchema),
  results: z.array(resultSchema),
  failure: failureSchema.nullable(),
  /** True when the price stays reserved because the upstream may have charged it. */
  mayHaveBeenCharged: z.boolean(),
  /** What the job costs where a team bills in credits; null where it does not. */
  credits: z.int().nonnegative().nullable(),
  /** The batch it was submitted with; null for a job submitted alone. */
  batchId: jobIdSchema.nullable(),
  /** Why a queued job is not sent yet and when it is tried again; null when it only waits for its turn. */
  waiting: z.strictObject({ until: z.string(), failure: failureSchema }).nullable(),
  /** Results that were placed on a canvas. */
  placed: z.array(imageIdSchema),
  /** True when the person has put the job away. */
  dismissed: z.boolean(),
  /** ISO time at which results that were not placed were cleared away; null while all are kept. */
  clearedAt: z.string().nullable(),
  /** ISO times. */
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
})
/** One request for one frame. */
export type Job = z.infer<typeof jobSchema>

export const hasEnded = (job: Pick<Job, 'state'>): boolean => JOB_STATES[job.state].ended
