import { countTokens } from 'gpt-tokenizer/encoding/o200k_base'
import type { Order } from './check-call.ts'
import type { Extent } from './extent.ts'

/** Tokens of one call. */
export interface Tokens {
  text: number
  image: number
  output: number
}

const PARTIAL = 100
const PROMPT_OVERHEAD = 6

/** What one call uses: its prompt and references once, `pictures` pictures, `partials` partial pictures in all. */
export function tokensOf(order: Order, pictures: number, partials: number): Tokens {
  return {
    text: countTokens(order.prompt) + PROMPT_OVERHEAD,
    image: order.billedInputs.reduce((sum, size) => sum + referenceTokens(size), 0),
    output: pictures * pictureTokens(order.axis, order.size) + partials * PARTIAL,
  }
}

/** The vendor's price calculator: patches along both edges, times a factor that grows with the area. */
export function pictureTokens(axis: number, { width, height }: Extent): number {
  const long = Math.max(width, height)
  const short = Math.min(width, height)
  const across = Math.floor((2 * axis * short + long) / (2 * long))
  return Math.ceil((axis * across * (2_000_000 + width * height)) / 4_000_000)
}

/** 32-pixel patches, small pictures magnified up to twice, long ones cut to 3:1, shrunk to a budget of 1536. */
export function referenceTokens({ width, height }: Extent): number {
  const up = Math.min(2, Math.max(1, 1024 / Math.max(width, height)))
  const w = Math.min(width, height * 3) * up
  const h = Math.min(height, width * 3) * up
  const patches = (edge: number) => Math.ceil(edge / 32 - 1e-9)
  if (patches(w) * patches(h) <= 1536) return patches(w) * patches(h)
  const r = Math.sqrt((1536 * 1024) / (w * h))
  const snug = (edge: number) => Math.floor((edge * r) / 32) / ((edge * r) / 32)
  const shrink = r * Math.min(snug(w), snug(h))
  return patches(w * shrink) * patches(h * shrink)
}

/** Everything billed so far; what was made but never delivered is billed too. */
export interface Bill {
  /** Calls that were billed. */
  calls: number
  /** Pictures made, partial ones not counted. */
  images: number
  tokens: Tokens
  microDollars: number
}

const PRICES: Tokens = { text: 5, image: 8, output: 30 }

export const emptyBill = (): Bill => ({
  calls: 0,
  images: 0,
  tokens: { text: 0, image: 0, output: 0 },
  microDollars: 0,
})

export function addToBill(bill: Bill, images: number, used: Tokens): Bill {
  const { text, image, output } = bill.tokens
  const tokens = { text: text + used.text, image: image + used.image, output: output + used.output }
  const cost = tokens.text * PRICES.text + tokens.image * PRICES.image + tokens.output * PRICES.output
  return { calls: bill.calls + 1, images: bill.images + images, tokens, microDollars: cost }
}

/** Tokens as the images API reports them. Stream events leave the output details out. */
export function usageOf(tokens: Tokens, streamed: boolean) {
  const { text, image, output } = tokens
  return {
    input_tokens: text + image,
    input_tokens_details: { image_tokens: image, text_tokens: text },
    output_tokens: output,
    ...(streamed ? {} : { output_tokens_details: { image_tokens: output, text_tokens: 0 } }),
    total_tokens: text + image + output,
  }
}
