import { z } from 'zod'
import { fileIdSchema } from '#domain/file-id.ts'
import { placementSchema } from '#domain/placement.ts'
import { provenanceSchema } from '#domain/provenance.ts'
import type { CallTable } from './rpc.ts'
import { draftSchema, settingsSchema } from './settings.ts'

const nothing = z.strictObject({})
const nodeId = z.string().min(1)
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'not bytes')

const imageFillSchema = z.strictObject({
  /** Index in the node's fills. */
  index: z.int().nonnegative(),
  scaleMode: z.enum(['FILL', 'FIT', 'CROP', 'TILE']),
  visible: z.boolean(),
})

/** Small enough to send on every selection change: ids, names, sizes, kinds; no pixels. */
const nodeSnapshotSchema = z.strictObject({
  id: nodeId,
  name: z.string(),
  /** Figma's node type, such as FRAME or RECTANGLE. */
  type: z.string(),
  /** Figma units. */
  width: z.number(),
  height: z.number(),
  locked: z.boolean(),
  /** False when the node or a parent is hidden. */
  visible: z.boolean(),
  insideInstance: z.boolean(),
  /** Whether it can hold an image fill. */
  canFill: z.boolean(),
  /** Whether new layers can be put inside it. */
  canHoldLayers: z.boolean(),
  imageFills: z.array(imageFillSchema),
  /** Framewright's memory of how the node's picture was made; null when there is none. */
  provenance: provenanceSchema.nullable(),
})
export type NodeSnapshot = z.infer<typeof nodeSnapshotSchema>

export const selectionSchema = z.strictObject({
  /** The file's id; null until a job was sent from it. */
  fileId: fileIdSchema.nullable(),
  pageId: z.string(),
  /** True in files and modes that take no changes. */
  readOnly: z.boolean(),
  nodes: z.array(nodeSnapshotSchema),
})
/** What is selected now; reading order (top to bottom, left to right), for Figma gives none. */
export type Selection = z.infer<typeof selectionSchema>

/** UI → main: awaited calls. A new thing main can do is a row here and a file in `plugin/`. */
export const mainCalls = {
  getSelection: { params: nothing, result: selectionSchema },
  /** A node's snapshot by id; null when it is gone. */
  readNode: { params: z.strictObject({ nodeId }), result: nodeSnapshotSchema.nullable() },
  /**
   * `original`: the file behind the topmost visible image fill, as it was imported. `asShown`: the node as it looks, exported as
   * sRGB PNG with crop, filters and rotation applied.
   */
  exportImage: {
    params: z.strictObject({
      nodeId,
      how: z.enum(['original', 'asShown']),
    }),
    result: z.strictObject({ bytes, name: z.string() }),
  },
  /** Places one result; one undo step. Answers with the node that now shows it and a sentence to say so. */
  placeResult: {
    params: z.strictObject({ nodeId, placement: placementSchema, bytes, provenance: provenanceSchema }),
    result: z.strictObject({ nodeId, said: z.string() }),
  },
  /**
   * Gives the file an id when it has none; answers with the id it has. Null when the file takes no changes.
   * `fileId`: a random one, to be used if needed.
   */
  markFile: {
    params: z.strictObject({ fileId: fileIdSchema }),
    result: z.strictObject({ fileId: fileIdSchema.nullable() }),
  },
  loadSettings: { params: nothing, result: settingsSchema },
  saveSettings: { params: settingsSchema, result: nothing },
  /** Null when nothing was saved or it can no longer be read. */
  loadDraft: { params: nothing, result: draftSchema.nullable() },
  saveDraft: { params: draftSchema, result: nothing },
  resize: { params: z.strictObject({ width: z.number(), height: z.number() }), result: nothing },
  notify: { params: z.strictObject({ message: z.string(), error: z.boolean().default(false) }), result: nothing },
} as const satisfies CallTable
export type MainCalls = typeof mainCalls

/** Main → UI: events, in the past tense. */
export const uiEvents = {
  selectionChanged: { params: selectionSchema, result: nothing },
} as const satisfies CallTable
