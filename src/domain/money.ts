import { z } from 'zod'

/** Money in whole millionths of a US dollar: 1_000_000 is $1.00. Every price, reservation and balance uses it. */
export const microDollarsSchema = z.int().nonnegative()
export type MicroDollars = z.infer<typeof microDollarsSchema>

const MICRO_PER_DOLLAR = 1_000_000
const MICRO_PER_CENT = 10_000

/**
 * Writes what something costs: rounded up, to whole cents from $1 and to three significant digits below ("$1.26",
 * "$0.0382"). What is read is never less than what is reserved, and at most 1 % more.
 */
export function formatPrice(micro: MicroDollars): string {
  const unit = readingUnit(micro)
  return dollars(Math.ceil(micro / unit) * unit)
}

/** Writes what is left, with as many digits as a price: rounded down, so that it is never more than there is. Can be below zero. */
export function formatBalance(micro: number): string {
  if (micro < 0) return `-${formatPrice(-micro)}`
  const unit = readingUnit(micro)
  return dollars(Math.floor(micro / unit) * unit)
}

/** Writes micro-dollars to the last digit ("$0.038165"), for what was set and for sentences that tell two close prices apart. */
export function formatExactUsd(micro: MicroDollars): string {
  return dollars(micro)
}

/** Reads an amount such as `25`, `12.50` or `0.000001`, to the last digit; null for anything else. */
export function parseUsd(text: string): MicroDollars | null {
  const [, whole, decimals = ''] = /^(\d{1,7})(?:\.(\d{1,6}))?$/.exec(text) ?? []
  if (whole === undefined) return null
  return Number(whole) * MICRO_PER_DOLLAR + Number(decimals.padEnd(6, '0'))
}

function readingUnit(micro: MicroDollars): number {
  return micro < MICRO_PER_DOLLAR ? 10 ** Math.max(0, String(micro).length - 3) : MICRO_PER_CENT
}

function dollars(micro: MicroDollars): string {
  const rest = String(micro % MICRO_PER_DOLLAR).padStart(6, '0')
  return `$${Math.floor(micro / MICRO_PER_DOLLAR)}.${rest.slice(0, 2)}${rest.slice(2).replace(/0+$/, '')}`
}
