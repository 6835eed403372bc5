import { z } from 'zod'
import type { Usage } from '#domain/pricing.ts'

const tokens = z.int().nonnegative()

const upstreamUsageSchema = z.object({
  input_tokens: tokens,
  input_tokens_details: z.object({ image_tokens: tokens, text_tokens: tokens }).nullish(),
  output_tokens: tokens,
  output_tokens_details: z.object({ image_tokens: tokens }).nullish(),
})

/**
 * The tokens of one answer or event; null when it reports none we can read. Where the details are missing, every token
 * counts as an image token, the dearer kind.
 */
export function readUsage(reported: unknown): Usage | null {
  const parsed = upstreamUsageSchema.safeParse(reported)
  if (!parsed.success) return null
  const { input_tokens, input_tokens_details: input, output_tokens, output_tokens_details: output } = parsed.data
  return {
    inputTextTokens: input?.text_tokens ?? 0,
    inputImageTokens: input?.image_tokens ?? input_tokens,
    outputTokens: output?.image_tokens ?? output_tokens,
  }
}
