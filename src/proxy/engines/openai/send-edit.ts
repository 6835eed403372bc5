import type OpenAI from 'openai'
import type { EngineCall } from '../engine.ts'
import { renderSettings } from './render-settings.ts'
import type { UploadFiles } from './upload-files.ts'

/** One call of `/images/edits` as a multipart form: only that form takes every size. */
export function sendEdit(
  client: OpenAI,
  call: EngineCall,
  { images, mask }: UploadFiles,
  signal: AbortSignal,
): Promise<Response> {
  const settings = { ...renderSettings(call), image: images, ...(mask ? { mask } : {}) }
  const { partialImages } = call.request
  if (partialImages === 0) return client.images.edit({ ...settings, stream: false }, { signal }).asResponse()
  const streaming = { ...settings, stream: true, partial_images: partialImages } as const
  return client.images.edit(streaming, { signal }).asResponse()
}
