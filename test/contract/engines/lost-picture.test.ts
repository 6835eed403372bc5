import { beforeAll, expect, test } from 'vitest'
import { AppError } from '#domain/app-error.ts'
import type { EngineAnswer, EngineCall } from '#proxy/engines/engine.ts'
import { openBody } from '#proxy/engines/openai/answer/byte-window.ts'
import { readAnswer } from '#proxy/engines/openai/read-answer.ts'
import { readStream } from '#proxy/engines/openai/read-stream.ts'
import { samplePng } from '#support/sample-images.ts'
import { engineCall } from './engine-call.ts'

const COUNT = 4
let pictures: string[]
beforeAll(async () => {
  const drawn = await Promise.all(Array.from({ length: COUNT }, (_, i) => samplePng(48 + i, 48)))
  pictures = drawn.map((png) => Buffer.from(png).toString('base64'))
})

/** A call whose store fails for these pictures, once some of the bytes came. */
async function failingAt(indexes: readonly number[]): Promise<EngineCall> {
  const call = await engineCall({ request: { count: COUNT, partialImages: 1 } })
  let index = 0
  return {
    ...call,
    keep: async (bytes, options) => {
      if (!indexes.includes(index++)) return call.keep(bytes, options)
      for await (const _ of bytes) break
      throw new AppError('picture_not_kept')
    },
  }
}

const bodyOf = (text: string) =>
  openBody(
    (async function* () {
      yield Buffer.from(text)
    })(),
  )
const inOne = (call: EngineCall): Promise<EngineAnswer> =>
  readAnswer(bodyOf(JSON.stringify({ data: pictures.map((b64_json) => ({ b64_json })) })), call, null)
const asEvents = (call: EngineCall): Promise<EngineAnswer> => {
  const type = 'image_generation.completed'
  const events = pictures.map((b64_json) => `event: ${type}\ndata: ${JSON.stringify({ type, b64_json })}\n\n`)
  return readStream({ body: bodyOf(events.join('')), headers: new Headers(), requestId: null }, call)
}

test.each([
  ['one body', inOne],
  ['events', asEvents],
])('a picture of %s that cannot be kept takes no other with it; when none can be, that is told', async (_, read) => {
  const { images } = await read(await failingAt([1]))
  expect(images.map(({ width }) => width)).toEqual([48, 50, 51])
  await expect(read(await failingAt([0, 1, 2, 3]))).rejects.toMatchObject({ code: 'picture_not_kept' })
})
