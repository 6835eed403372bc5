import type OpenAI from 'openai'
import type { EngineCall } from '../engine.ts'
import { renderSettings } from './render-settings.ts'

/** One call of `/images/generations`, for requests without references. */
export function sendGeneration(client: OpenAI, call: EngineCall, signal: AbortSignal): Promise<Response> {
  const settings = { ...renderSettings(call), moderation: 'auto' } as const
  const { partialImages } = call.request
  if (partialImages === 0) return client.images.generate({ ...settings, stream: false }, { signal }).asResponse()
  const streaming = { ...settings, stream: true, partial_images: partialImages } as const
  return client.images.generate(streaming, { signal }).asResponse()
}
