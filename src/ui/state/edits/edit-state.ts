import type { NodeSnapshot } from '#contract/plugin-wire.ts'
import type { Edit, Mask } from '#domain/edits/edit.ts'
import type { Verb } from '#domain/edits/verb.ts'
import type { Failure } from '#domain/failure.ts'
import type { MaskPart } from './mask-part.ts'

export type DrawingTool = 'brush' | 'rectangle' | 'lasso'

/** What the next line drawn into the mask is like. */
export interface MaskTools {
  tool: DrawingTool
  erase: boolean
  /** The brush’s diameter, in pixels of the picture. */
  size: number
  /** 0..1. */
  hardness: number
}

/** How the proxy took a mask. */
export interface MaskMeasured {
  /** The parts it was drawn from: other ones make another mask. */
  parts: readonly MaskPart[]
  /** Share of the picture that may change, 0..1; null when it was not told. */
  share: number | null
  /** Why it is no mask to edit with. */
  failure: Failure | null
}

/** What one “Undo” brings back. */
export interface EditBefore {
  /** What was taken away, in words. */
  said: string
  node: NodeSnapshot | null
  edit: Edit
  parts: readonly MaskPart[]
  measured: MaskMeasured | null
}

/** What an edit needs beside its brief: the layer, and what the mask is made of. */
export interface EditState {
  /** The layer whose picture is edited, as last seen; null when it is not known. */
  node: NodeSnapshot | null
  /** True once the layer was looked for and does not show the picture any more. */
  lost: boolean
  /** The name of the layer whose picture is being read. */
  reading: string | null
  /** True while a flat picture becomes an edit of everything except its subject. */
  protecting: boolean
  /** Why a picture or a layer of the mask could not be read. */
  failure: Failure | null
  /** The verb of the next edit. */
  verb: Verb
  /** What the mask is made of, one over the other. */
  parts: readonly MaskPart[]
  /** How many parts there ever were, so that each has a key of its own. */
  made: number
  measured: MaskMeasured | null
  /** The mask measured last and what it was made of, which a draft keeps until there is a newer one. */
  kept: { mask: Mask; parts: readonly MaskPart[] } | null
  /** Layers of the mask that were deleted, by their ids. */
  gone: readonly string[]
  /** What was there before something was removed; null when there is nothing to bring back. */
  before: EditBefore | null
  drawing: boolean
  tools: MaskTools
}

export const NO_EDIT: EditState = {
  node: null,
  lost: false,
  reading: null,
  protecting: false,
  failure: null,
  verb: 'change',
  parts: [],
  made: 0,
  measured: null,
  kept: null,
  gone: [],
  before: null,
  drawing: false,
  tools: { tool: 'brush', erase: false, size: 80, hardness: 1 },
}
