import type { Usage } from '#domain/pricing.ts'

/**
 * The usage of a whole stream from the usage of its `completed` events, in order.
 * Nothing documents whether an event counts its own picture or all pictures so far. Pictures of one size cost the same,
 * so counts that grow by a picture at each event are running totals, and the last holds; any other counts are each
 * picture's own and are added. Prompt and references are counted once, at the highest number seen.
 * Null when any event reported none.
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

/** Half a picture of growth is enough: counts of equal pictures differ by a few tokens and by partial images only. */
function isRunningTotal(outputs: readonly number[]): boolean {
  const [first = 0] = outputs
  return outputs.every((output, i) => i === 0 || output - (outputs[i - 1] ?? 0) > first / 2)
}
