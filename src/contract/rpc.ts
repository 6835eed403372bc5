import { createBirpc } from 'birpc'
import type { z } from 'zod'
import { AppError, toFailure } from '#domain/app-error.ts'
import { failureSchema } from '#domain/failure.ts'

/** One thing a side can do: what goes in and what comes out, both parsed at both doors. */
export interface CallRow {
  params: z.ZodType
  result: z.ZodType
}
export type CallTable = Record<string, CallRow>

/** What the answering side implements for a table. */
export type Handlers<T extends CallTable> = {
  [K in keyof T]: (params: z.output<T[K]['params']>) => Promise<z.input<T[K]['result']>> | z.input<T[K]['result']>
}
/** What the asking side calls for a table. */
export type Caller<T extends CallTable> = {
  [K in keyof T]: (params: z.input<T[K]['params']>) => Promise<z.output<T[K]['result']>>
}

/** How messages travel; a message is whatever the host can clone. */
export interface Channel {
  post: (message: unknown) => void
  on: (listener: (message: unknown) => void) => void
}

type Answer = { ok: true; value: unknown } | { ok: false; failure: z.infer<typeof failureSchema> }

/** What other scripts post to the same window is none of our business, and would make birpc throw. */
const isOurs = (message: unknown): boolean => typeof message === 'object' && message !== null && 't' in message

/**
 * One end of the wire between the plugin's two halves. A thrown error crosses as a Failure; an unknown method answers
 * with the failure `method_unknown`. Calls wait as long as they must: a person may be in between.
 */
export function createRpc<Mine extends CallTable, Theirs extends CallTable>(
  channel: Channel,
  mine: { table: Mine; handlers: Handlers<Mine> },
  theirs: Theirs,
): Caller<Theirs> {
  const answer = async (method: string, params: unknown): Promise<Answer> => {
    try {
      const row = Object.hasOwn(mine.table, method) ? mine.table[method] : undefined
      const handler = row && mine.handlers[method]
      const parsed = row?.params.safeParse(params)
      if (!row || !handler || !parsed?.success) throw new AppError('method_unknown')
      return { ok: true, value: row.result.parse(await handler(parsed.data as never)) }
    } catch (error) {
      return { ok: false, failure: toFailure(error) }
    }
  }
  const wire = createBirpc<{ answer: typeof answer }, { answer: typeof answer }>(
    { answer },
    {
      post: channel.post,
      on: (listener) => channel.on((message) => isOurs(message) && listener(message)),
      timeout: -1,
      bind: 'functions',
    },
  )
  const call = async (method: string, row: CallRow, params: unknown): Promise<unknown> => {
    const reply = await wire.answer(method, row.params.parse(params))
    if (reply.ok) return row.result.parse(reply.value)
    throw AppError.from(failureSchema.parse(reply.failure))
  }
  const rows = Object.entries(theirs)
  return Object.fromEntries(
    rows.map(([method, row]) => [method, (params: unknown) => call(method, row, params)]),
  ) as Caller<Theirs>
}
