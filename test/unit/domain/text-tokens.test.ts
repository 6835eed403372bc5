import { encode } from 'gpt-tokenizer/encoding/o200k_base'
import { describe, expect, it } from 'vitest'
import { textTokens } from '#domain/text-tokens.ts'
import { PROMPTS } from './token-samples.ts'

/** The API adds about six tokens around a prompt. */
const OVERHEAD = 6

const off = (text: string) => (textTokens(text) - OVERHEAD) / encode(text).length - 1

describe('textTokens', () => {
  it.each(PROMPTS.filter((prompt) => prompt.language === 'English'))('is close on English: $name', ({ text }) => {
    expect(off(text)).toBeGreaterThanOrEqual(0)
    expect(off(text)).toBeLessThanOrEqual(0.15)
  })

  it.each(PROMPTS)('does not fall short: $name', ({ text }) => {
    expect(off(text)).toBeGreaterThanOrEqual(-0.03)
  })

  it.each(PROMPTS)('does not count far too many: $name', ({ text }) => {
    expect(textTokens(text) - OVERHEAD).toBeLessThanOrEqual(encode(text).length * 1.8 + 4)
  })

  it('is six for no text, and reads a very long prompt', () => {
    expect(textTokens('')).toBe(OVERHEAD)
    expect(textTokens('a lamp, '.repeat(4000))).toBeGreaterThan(12_000)
  })
})
