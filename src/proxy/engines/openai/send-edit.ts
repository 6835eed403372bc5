import type OpenAI from 'openai'
import type { EngineAnswer, EngineCall } from '../engine.ts'
import { readAnswer } from './read-answer.ts'
import { readStream } from './read-stream.ts'
import { renderSettings } from './render-settings.ts'
import type { UploadFiles } from './upload-files.ts'

/** One call of `/images/edits` as a multipart form: only that form takes every size. */
export async function sendEdit(
  client: OpenAI,
  call: EngineCall,
  { images, mask }: UploadFiles,
  signal: AbortSignal,
): Promise<EngineAnswer> {
  const settings = { ...renderSettings(call), image: images, ...(mask ? { mask } : {}) }
  const { partialImages } = call.request
  if (partialImages === 0) {
    const sent = await client.images.edit({ ...settings, stream: false }, { signal }).withResponse()
    return readAnswer(sent.data, sent.request_id)
  }
  const streaming = { ...settings, stream: true, partial_images: partialImages } as const
  const sent = await client.images.edit(streaming, { signal }).withResponse()
  return readStream(sent.data, call, sent.request_id)
}
