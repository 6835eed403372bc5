import { UsageError } from './usage-error.ts'

/** The value of an option that takes a whole number between two others. */
export function parseCount(option: string, text: string, least: number, most: number): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < least || count > most)
    throw new UsageError(`--${option} takes a whole number from ${least} to ${most}.`)
  return count
}
