import { type MicroDollars, parseUsd } from '#domain/money.ts'
import { UsageError } from './usage-error.ts'

/** `25` or `12.50` → micro-dollars, to the last digit. `name` is what the message calls it. */
export function parseAmount(name: string, text: string | undefined): MicroDollars {
  const amount = parseUsd(text ?? '')
  if (amount === null)
    throw new UsageError(`${name} takes an amount in dollars with at most six decimals, such as 25 or 12.50.`)
  return amount
}

/** As `parseAmount`; `none` is null. */
export const parseAmountOrNone = (name: string, text: string): MicroDollars | null =>
  text === 'none' ? null : parseAmount(name, text)
