import type { EngineCall } from '../engine.ts'

/** What both endpoints take, each value said outright: a default of the upstream could change the price or the size. */
export function renderSettings({ request, safetyId }: EngineCall) {
  return {
    model: request.model,
    prompt: request.prompt,
    n: request.count,
    size: `${request.size.width}x${request.size.height}`,
    quality: request.quality,
    background: request.background,
    output_format: request.format,
    safety_identifier: safetyId,
  }
}
