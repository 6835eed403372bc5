import { expect, it } from 'vitest'
import { readUsage } from '#proxy/engines/openai/read-usage.ts'

const input = { input_tokens: 1043, input_tokens_details: { image_tokens: 1024, text_tokens: 19 } }

it.each([
  {
    what: 'all details',
    reported: { ...input, output_tokens: 206, output_tokens_details: { image_tokens: 196, text_tokens: 10 } },
    usage: { inputTextTokens: 19, inputImageTokens: 1024, outputTokens: 196 },
  },
  {
    what: 'no output details: all are image tokens',
    reported: { ...input, output_tokens: 196 },
    usage: { inputTextTokens: 19, inputImageTokens: 1024, outputTokens: 196 },
  },
  {
    what: 'no input details: all are image tokens',
    reported: { input_tokens: 1043, output_tokens: 196 },
    usage: { inputTextTokens: 0, inputImageTokens: 1043, outputTokens: 196 },
  },
  { what: 'nothing', reported: undefined, usage: null },
  { what: 'a negative count', reported: { input_tokens: 1, output_tokens: -1 }, usage: null },
  { what: 'words for numbers', reported: { input_tokens: '1', output_tokens: 'many' }, usage: null },
])('reads usage with $what', ({ reported, usage }) => {
  expect(readUsage(reported)).toEqual(usage)
})
