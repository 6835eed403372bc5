import { z } from 'zod'

/** Just before a step, just after it, or after it with everything lost that was not synced yet. */
export const MOMENTS = ['before', 'after', 'power cut'] as const

/** Where a process kills itself: the nth time it passes a step of that name, or the nth step of any name. From 1. */
const killPointSchema = z.strictObject({
  step: z.string().nullable(),
  nth: z.int().positive(),
  moment: z.enum(MOMENTS),
})
export type KillPoint = z.infer<typeof killPointSchema>

/** What the program under test is told when it starts. */
export const crashPlanSchema = z.strictObject({
  dataDir: z.string(),
  upstream: z.strictObject({ url: z.string(), apiKey: z.string(), timeoutMs: z.int().positive() }),
  killAt: killPointSchema.nullable(),
  /** Whether steps count from the start of the program, or only once it is told to count. */
  countFromStart: z.boolean(),
})
export type CrashPlan = z.infer<typeof crashPlanSchema>

/** What it says back. */
export const crashMessageSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready'), url: z.string(), token: z.string() }),
  z.strictObject({ kind: z.literal('counting') }),
  z.strictObject({ kind: z.literal('steps'), steps: z.array(z.string()) }),
])
export type CrashMessage = z.infer<typeof crashMessageSchema>

export const crashOrderSchema = z.enum(['count', 'steps'])
export type CrashOrder = z.infer<typeof crashOrderSchema>
