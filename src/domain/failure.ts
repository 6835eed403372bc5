import { z } from 'zod'
import { FAILURES } from './failures.ts'

export type FailureCode = keyof typeof FAILURES

const codes = Object.keys(FAILURES) as [FailureCode, ...FailureCode[]]

export const failureSchema = z.strictObject({
  code: z.enum(codes),
  /** The sentence, ready to show. */
  message: z.string(),
  retryable: z.boolean(),
  details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

/** What crosses a boundary when something fails: a code, a sentence ready to show, and whether trying again can help. */
export type Failure = z.infer<typeof failureSchema>
export type FailureDetails = NonNullable<Failure['details']>

/** The failure of a code, its sentence filled from `details`. */
export function makeFailure(code: FailureCode, details: FailureDetails = {}): Failure {
  const { sentence, retryable } = FAILURES[code]
  const message = sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? 'unknown'))
  return Object.keys(details).length > 0 ? { code, message, retryable, details } : { code, message, retryable }
}
