import { type CreditTable, creditTableSchema, DEFAULT_CREDITS } from '#domain/credits.ts'
import { UsageError } from './usage-error.ts'

/** `1K=6,2K=12,4K=20`, or `default` for that table → credits by resolution; `none` → null. */
export function parseCredits(text: string): CreditTable | null {
  if (text === 'none') return null
  if (text === 'default') return DEFAULT_CREDITS
  const pairs = text.split(',').map((pair) => /^([124]K)=(\d{1,6})$/i.exec(pair.trim()))
  const table = Object.fromEntries(pairs.map((pair) => [pair?.[1]?.toUpperCase() ?? '', Number(pair?.[2])]))
  const parsed = creditTableSchema.safeParse(table)
  if (!parsed.success || pairs.length !== 3)
    throw new UsageError('--credits takes default, none, or whole numbers such as 1K=6,2K=12,4K=20.')
  return parsed.data
}
