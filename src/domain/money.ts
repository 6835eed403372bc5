import { z } from 'zod'

/** Money in whole millionths of a US dollar: 1_000_000 is $1.00. Every price, reservation and balance uses it. */
export const microDollarsSchema = z.int().nonnegative()
export type MicroDollars = z.infer<typeof microDollarsSchema>

const MICRO_PER_DOLLAR = 1_000_000
const CENTS_FROM = 100_000

/**
 * Writes micro-dollars as dollars: two decimals from $0.10 up ("$1.25"), two significant digits below ("$0.084",
 * "$0.0047"), so that a positive amount never reads as $0.00. A negative amount (a balance) keeps its sign.
 */
export function formatUsd(micro: number): string {
  const sign = micro < 0 ? '-' : ''
  const rounded = roundForReading(Math.abs(micro))
  const [whole, decimals = ''] = (rounded / MICRO_PER_DOLLAR).toFixed(6).split('.')
  const cents = decimals.slice(0, 2)
  const rest = decimals.slice(2).replace(/0+$/, '')
  return `${sign}$${whole}.${cents}${rest}`
}

/** Writes micro-dollars to the last digit ("$0.038165"), for sentences that tell two close prices apart. */
export function formatExactUsd(micro: MicroDollars): string {
  const [whole, decimals = ''] = (micro / MICRO_PER_DOLLAR).toFixed(6).split('.')
  return `$${whole}.${decimals.slice(0, 2)}${decimals.slice(2).replace(/0+$/, '')}`
}

function roundForReading(micro: number): number {
  const unit = micro < CENTS_FROM ? 10 ** Math.max(0, String(micro).length - 2) : 10_000
  return Math.round(micro / unit) * unit
}
