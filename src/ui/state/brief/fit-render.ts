import type { Render } from '#domain/brief.ts'
import { findModel } from '#domain/models.ts'

/** Render settings without what their model does not have, so that no hidden control keeps a brief from being sent. */
export function fitRender({ quality, ...render }: Render): Render {
  const model = findModel(render.model)
  return {
    ...render,
    ...(quality && model.qualities[quality] ? { quality } : {}),
    background: model.backgrounds.includes(render.background) ? render.background : 'auto',
    format: model.formats.includes(render.format) ? render.format : 'png',
    count: Math.min(render.count, model.maxCount),
    partialImages: Math.min(render.partialImages, model.maxPartialImages),
  }
}
