import { z } from 'zod'
import { cutoutSchema } from './edits/cutout.ts'
import { editSchema } from './edits/edit.ts'
import { foregroundSchema } from './edits/foreground.ts'
import { imageFormatSchema } from './image.ts'
import { modeSchema } from './mode.ts'
import { modelIdSchema, qualitySchema } from './models.ts'
import { referenceSchema } from './reference.ts'
import { renderTargetSchema } from './size.ts'
import { stageSchema } from './stage.ts'

const sentence = z.string().max(40_000)
/** More filled rows than this make too long a prompt for any model. */
const sentences = z.array(sentence).max(5_000)

export const BACKGROUNDS = ['auto', 'opaque', 'transparent'] as const

const renderSchema = z.strictObject({
  stage: stageSchema,
  /** Instead of the stage’s own quality, for models that have more than three. */
  quality: qualitySchema.optional(),
  model: modelIdSchema,
  /** How many pictures: 1–10. */
  count: z.int().min(1).max(10),
  target: renderTargetSchema,
  format: imageFormatSchema,
  background: z.enum(BACKGROUNDS),
  /** Pictures shown while waiting, 0–3; each is paid for. */
  partialImages: z.int().min(0).max(3),
})
/** How the picture is made, as opposed to what is in it. */
export type Render = z.infer<typeof renderSchema>

/** Optional lines of a brief, in the order they enter the prompt. */
export const BRIEF_FIELDS = ['use', 'scene', 'subject', 'composition', 'light', 'style'] as const
export type BriefField = (typeof BRIEF_FIELDS)[number]

export const briefSchema = z.strictObject({
  mode: modeSchema,
  /** What the designer wants to see, in their own words. */
  idea: sentence,
  fields: z.partialRecord(z.enum(BRIEF_FIELDS), sentence).default({}),
  /** Words to set in the picture, letter by letter. */
  exactTexts: sentences.default([]),
  keep: sentences.default([]),
  avoid: sentences.default([]),
  references: z.array(referenceSchema).max(100).default([]),
  /** The picture that is edited and where; null in modes that start from nothing, or until one is chosen. */
  edit: editSchema.nullable().default(null),
  /** Null in other modes than cutout. */
  cutout: cutoutSchema.nullable().default(null),
  /** What stands in front of a new background, bottom first. */
  foreground: z.array(foregroundSchema).max(200).default([]),
  render: renderSchema,
})
/** What the designer asked for. */
export type Brief = z.infer<typeof briefSchema>
