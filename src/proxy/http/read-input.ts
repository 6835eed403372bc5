import type { HonoRequest } from 'hono'
import type { z } from 'zod'
import { AppError } from '#domain/app-error.ts'
import { type BodyLimit, readBytes } from './read-bytes.ts'

/** The JSON of a brief is far smaller. */
const JSON_LIMIT: BodyLimit = { bytes: 1024 * 1024, tooLarge: () => new AppError('body_too_large') }

/** A request's JSON, not yet looked at. Throws AppError `request_invalid`, `body_too_large`. */
export async function readJson(request: HonoRequest, limit = JSON_LIMIT): Promise<unknown> {
  const text = new TextDecoder().decode(await readBytes(request, limit))
  try {
    return JSON.parse(text)
  } catch {
    throw new AppError('request_invalid', { details: { where: 'the body is not JSON' } })
  }
}

/** What came in, as a schema wants it. The failure names the place, never the value. Throws AppError `request_invalid`. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new AppError('request_invalid', { details: { where: firstPlace(parsed.error) } })
}

export function firstPlace(error: z.ZodError): string {
  const [issue] = error.issues
  if (!issue) return 'the request'
  const place = issue.path.join('.')
  if (issue.code === 'unrecognized_keys') return place === '' ? 'unknown fields' : `unknown fields in ${place}`
  return place === '' ? 'the request' : place
}
