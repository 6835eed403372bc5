import type { z } from 'zod'

/** Answers with JSON that has passed the contract's schema, so nothing leaves that the contract does not name. */
export function answer<Schema extends z.ZodType>(schema: Schema, value: z.output<Schema>, status = 200): Response {
  return new Response(JSON.stringify(schema.parse(value)), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  })
}
