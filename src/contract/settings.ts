import { z } from 'zod'
import { BRIEF_FIELDS, briefSchema } from '#domain/brief.ts'
import { fileIdSchema } from '#domain/file-id.ts'
import { imageIdSchema } from '#domain/image.ts'
import { jobIdSchema } from '#domain/job.ts'
import { referenceSchema } from '#domain/reference.ts'
import { drawOpSchema } from './draw-op.ts'

export const settingsSchema = z.strictObject({
  /** Address of the proxy, without a path. */
  proxyUrl: z.string().max(500),
  /** The member's token; empty until it is pasted. */
  token: z.string().max(500),
})
/** How the plugin reaches the proxy; kept in Figma's client storage. */
export type Settings = z.infer<typeof settingsSchema>

const DEFAULT_PROXY_URL = 'http://localhost:8787'
export const DEFAULT_SETTINGS: Settings = { proxyUrl: DEFAULT_PROXY_URL, token: '' }

/** A brief of any length: whatever can be written is kept, also what no proxy would take. */
const unlimitedBriefSchema = briefSchema.extend({
  idea: z.string(),
  fields: z.partialRecord(z.enum(BRIEF_FIELDS), z.string()).default({}),
  exactTexts: z.array(z.string()).default([]),
  keep: z.array(z.string()).default([]),
  avoid: z.array(z.string()).default([]),
  references: z.array(referenceSchema).default([]),
})

const markOwnerSchema = z.strictObject({ proxyUrl: z.string().max(500), member: z.string() })
/** Whose job a mark is about: a member’s name at a proxy’s address. */
export type MarkOwner = z.infer<typeof markOwnerSchema>

const jobMarkSchema = z.strictObject({
  /** Null where an older plugin did not note it. */
  owner: markOwnerSchema.nullable().default(null),
  jobId: jobIdSchema,
  placed: imageIdSchema.optional(),
  dismissed: z.boolean().optional(),
})
/** What was decided about a job and the proxy has not heard yet. */
export type JobMark = z.infer<typeof jobMarkSchema>

export const MOST_MARKS = 200

/** Fields of an older plugin are left out. */
export const draftSchema = z.object({
  /** Null when another version wrote it and it cannot be read. */
  brief: unlimitedBriefSchema.nullable(),
  /** The frame the designer holds on to while selecting other layers. */
  pinnedNodeId: z.string().nullable(),
  /** The file that frame is in; null when the file had no id. */
  pinnedFileId: fileIdSchema.nullable().default(null),
  /** The layer whose picture is edited as it looks: the brief names only those with an image fill. In a file with an id. */
  edited: z.strictObject({ nodeId: z.string(), fileId: fileIdSchema }).nullable().default(null),
  /** What was drawn over the brief’s mask and is not in it yet. */
  strokes: z.array(drawOpSchema).readonly().default([]),
  /** Oldest first. */
  marks: z.array(jobMarkSchema).max(MOST_MARKS).default([]),
})
/** What survives a reload of the plugin's window. */
export type Draft = z.infer<typeof draftSchema>

const { brief, pinnedNodeId, pinnedFileId, edited, strokes } = draftSchema.shape

/** A draft of any version: what of it cannot be read takes nothing else with it. */
export const keptDraftSchema = draftSchema.extend({
  brief: brief.catch(null),
  pinnedNodeId: pinnedNodeId.catch(null),
  pinnedFileId: pinnedFileId.catch(null),
  edited: edited.catch(null),
  strokes: strokes.catch([]),
  marks: z
    .array(jobMarkSchema.nullable().catch(null))
    .catch([])
    .transform((marks) => marks.filter((mark) => mark !== null).slice(-MOST_MARKS)),
})
