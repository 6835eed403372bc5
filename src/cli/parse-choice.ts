import type { z } from 'zod'
import { UsageError } from './usage-error.ts'

/** The value of an option that takes one of a few words. */
export function parseChoice<T extends z.ZodEnum>(option: string, schema: T, text: string): z.output<T> {
  const parsed = schema.safeParse(text)
  if (!parsed.success) throw new UsageError(`--${option} takes one of: ${schema.options.join(', ')}.`)
  return parsed.data
}
