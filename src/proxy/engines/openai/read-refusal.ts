import type { APIError } from 'openai'
import { z } from 'zod'
import type { RefusalMarks } from './upstream-refusal.ts'

/** A word an API uses as a mark. Anything else could be a sentence and is left out. */
const mark = z
  .string()
  .regex(/^[\w.[\]-]{1,80}$/)
  .nullable()
  .catch(null)

const detailsSchema = z.object({
  moderation_details: z.object({ moderation_stage: mark.optional(), categories: z.array(mark).catch([]) }).optional(),
})

/** The marks of an error the upstream answered with. */
export function readRefusal(error: APIError): RefusalMarks {
  const details = detailsSchema.safeParse(error.error).data?.moderation_details
  return {
    status: error.status ?? null,
    code: mark.parse(error.code),
    type: mark.parse(error.type),
    param: mark.parse(error.param),
    requestId: mark.parse(error.requestID),
    categories: details?.categories.filter((category) => category !== null) ?? [],
    stage: details?.moderation_stage ?? null,
  }
}
