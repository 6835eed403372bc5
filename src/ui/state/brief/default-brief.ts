import type { Brief } from '#domain/brief.ts'
import { DEFAULT_MODEL_ID } from '#domain/models.ts'
import { stageRow } from '#domain/stage.ts'

/** The brief of a plugin opened for the first time. */
export const DEFAULT_BRIEF: Brief = {
  mode: 'create',
  idea: '',
  fields: {},
  exactTexts: [],
  keep: [],
  avoid: [],
  references: [],
  edit: null,
  cutout: null,
  foreground: [],
  render: {
    stage: 'draft',
    model: DEFAULT_MODEL_ID,
    count: 1,
    target: { kind: 'scale', scale: 1 },
    format: 'png',
    background: 'auto',
    partialImages: stageRow('draft').partialImages,
  },
}
