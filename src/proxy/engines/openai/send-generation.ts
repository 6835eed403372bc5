import type OpenAI from 'openai'
import type { EngineAnswer, EngineCall } from '../engine.ts'
import { readAnswer } from './read-answer.ts'
import { readStream } from './read-stream.ts'
import { renderSettings } from './render-settings.ts'

/** One call of `/images/generations`, for requests without references. */
export async function sendGeneration(client: OpenAI, call: EngineCall, signal: AbortSignal): Promise<EngineAnswer> {
  const settings = { ...renderSettings(call), moderation: 'auto' } as const
  const { partialImages } = call.request
  if (partialImages === 0) {
    const sent = await client.images.generate({ ...settings, stream: false }, { signal }).withResponse()
    return readAnswer(sent.data, sent.request_id)
  }
  const streaming = { ...settings, stream: true, partial_images: partialImages } as const
  const sent = await client.images.generate(streaming, { signal }).withResponse()
  return readStream(sent.data, call, sent.request_id)
}
