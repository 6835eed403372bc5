import { UsageError } from './usage-error.ts'

/** The value of an option that takes one of a few words. */
export function parseChoice<T extends string>(option: string, choices: readonly T[], text: string): T {
  const chosen = choices.find((choice) => choice === text)
  if (chosen === undefined) throw new UsageError(`--${option} takes one of: ${choices.join(', ')}.`)
  return chosen
}
