import { z } from 'zod'
import { affineSchema } from '#domain/affine.ts'
import { fillPlaceSchema } from '#domain/edits/edit.ts'
import { foregroundSchema } from '#domain/edits/foreground.ts'
import { fileIdSchema } from '#domain/file-id.ts'
import { placementSchema } from '#domain/placement.ts'
import { provenanceSchema } from '#domain/provenance.ts'
import { reviewSchema } from '#domain/review.ts'
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
  /** Figma's hash of the image: another one is another picture. */
  imageHash: z.string(),
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
  /** What a reviewer said of that picture; null when nothing was said yet. */
  review: reviewSchema.nullable(),
  /** The last rejection on this layer, of this picture or one that is gone; null when there was none. */
  rejected: reviewSchema.nullable(),
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

const frameLayerSchema = foregroundSchema.extend({
  id: nodeId,
  /** Whether it can hold an image fill. */
  canFill: z.boolean(),
  visible: z.boolean(),
})
/** One layer of a frame, with its box in 0..1 of the frame. */
export type FrameLayer = z.infer<typeof frameLayerSchema>

/** UI → main: awaited calls. A new thing main can do is a row here and a file in `plugin/`. */
export const mainCalls = {
  getSelection: { params: nothing, result: selectionSchema },
  /** A node's snapshot by id; null when it is gone. */
  readNode: { params: z.strictObject({ nodeId }), result: nodeSnapshotSchema.nullable() },
  /**
   * `original`: the file behind the topmost visible image fill, as it was imported. `asShown`: the node as it looks, exported as
   * sRGB PNG with crop, filters and rotation applied. `maxEdge`: of what is shown, in pixels.
   */
  exportImage: {
    params: z.strictObject({
      nodeId,
      how: z.enum(['original', 'asShown']),
      maxEdge: z.int().min(1).max(4096).default(2048),
    }),
    /** `fill`: where the original lies; null for what is shown. */
    result: z.strictObject({ bytes, name: z.string(), fill: fillPlaceSchema.nullable() }),
  },
  /**
   * A layer that lies over a picture, as sRGB PNG with alpha, and how its pixels map to the picture's.
   * `picture`: the layer whose picture is edited, which of its fills (null: the layer as it looks), and the picture's pixels.
   */
  exportMask: {
    params: z.strictObject({
      nodeId,
      picture: z.strictObject({
        nodeId,
        fill: fillPlaceSchema.nullable(),
        width: z.int().positive(),
        height: z.int().positive(),
      }),
    }),
    result: z.strictObject({ bytes, name: z.string(), toPicture: affineSchema }),
  },
  /** What is in a frame, bottom first: the layers right inside it. `frame`: the layer the boxes are measured in. */
  readFrame: {
    params: z.strictObject({ nodeId }),
    result: z.strictObject({ layers: z.array(frameLayerSchema) }),
  },
  /** Places one result; one undo step. Answers with the node that now shows it and a sentence to say so. */
  placeResult: {
    params: z.strictObject({
      nodeId,
      placement: placementSchema,
      bytes,
      provenance: provenanceSchema,
      /** For `replace`: the fill that makes way. */
      fill: fillPlaceSchema.nullable().default(null),
    }),
    result: z.strictObject({ nodeId, said: z.string() }),
  },
  /**
   * Writes a reviewer's word on a layer whose picture was placed here; one undo step. A rejected picture is taken out again and
   * what was there before comes back.
   */
  review: {
    params: z.strictObject({ nodeId, review: reviewSchema }),
    result: z.strictObject({ said: z.string() }),
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
