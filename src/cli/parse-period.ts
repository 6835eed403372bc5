import { UsageError } from './usage-error.ts'

/** `--monthly` → true, `--total` → false, neither → undefined. */
export function parsePeriod({ monthly, total }: { monthly: boolean; total: boolean }): boolean | undefined {
  if (monthly && total) throw new UsageError('Give --monthly or --total, not both.')
  return monthly ? true : total ? false : undefined
}
