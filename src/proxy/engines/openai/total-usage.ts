import type { Usage } from '#domain/pricing.ts'

/**
 * The usage of a whole stream from the usage of its `completed` events, in order.
 * Nothing documents whether an event counts its own picture or all pictures so far. Pictures of one size cost the same,
 * so counts that are one, two, three times the first are running totals, and the last holds. Any other counts are read
 * as each picture's own and added: the reading that never bills too little. Prompt and references are counted once, at
 * the highest number seen. Null when any event reported none.
 */
export function totalUsage(events: readonly (Usage | null)[]): Usage | null {
  const known = events.filter((usage) => usage !== null)
  if (known.length === 0 || known.length < events.length) return null
  const outputs = known.map((usage) => usage.outputTokens)
  return {
    inputTextTokens: Math.max(...known.map((usage) => usage.inputTextTokens)),
    inputImageTokens: Math.max(...known.map((usage) => usage.inputImageTokens)),
    outputTokens: isRunningTotal(outputs) ? Math.max(...outputs) : outputs.reduce((sum, output) => sum + output, 0),
  }
}

/** A picture is sometimes counted a token less than its equals. */
function isRunningTotal(outputs: readonly number[]): boolean {
  const [first = 0] = outputs
  return outputs.every((output, i) => Math.abs(output - first * (i + 1)) <= i * 2)
}
