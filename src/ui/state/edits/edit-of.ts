import type { DrawOp } from '#contract/draw-op.ts'
import type { Brief } from '#domain/brief.ts'
import type { Edit, Original } from '#domain/edits/edit.ts'
import type { Verb } from '#domain/edits/verb.ts'
import type { UiState } from '../ui-state.ts'
import { type EditState, NO_EDIT } from './edit-state.ts'

const WHITE = '#ffffff'

/** An edit of a picture before anything of it was chosen. */
export function newEdit(original: Original, verb: Verb): Edit {
  const { width, height } = original
  return {
    verb,
    original,
    canvas: { width, height },
    at: { x: 0, y: 0 },
    mask: null,
    whole: false,
    match: true,
    matte: WHITE,
  }
}

/** What is known beside a brief that was written earlier: its mask is there, but no longer what it was made of. */
export function editStateOf({ edit }: Pick<Brief, 'edit'>): EditState {
  if (!edit) return NO_EDIT
  const { verb, mask } = edit
  if (!mask) return { ...NO_EDIT, verb }
  const parts = [{ key: 1, kind: 'saved' as const, imageId: mask.imageId, side: 'inside' as const }]
  return { ...NO_EDIT, verb, parts, made: 1, measured: { parts, share: null, failure: null } }
}

/** The same, with what was drawn over that mask and is not in it yet. */
export function withStrokes(
  { brief, editing }: Pick<UiState, 'brief' | 'editing'>,
  ops: readonly DrawOp[],
): Pick<UiState, 'brief' | 'editing'> {
  const { edit } = brief
  if (!edit || ops.length === 0) return { brief, editing }
  const { parts, made } = editing
  const drawing = { key: made + 1, kind: 'drawing' as const, ops, undone: [] }
  const kept = edit.mask && { mask: edit.mask, parts }
  return {
    brief: { ...brief, edit: { ...edit, mask: null } },
    editing: { ...editing, parts: [...parts, drawing], made: made + 1, measured: null, kept },
  }
}

/** The same for a brief that takes the place of the one at hand: about the same picture, nothing of it is forgotten. */
export function editStateAfter(editing: EditState, before: Pick<Brief, 'edit'>, brief: Pick<Brief, 'edit'>): EditState {
  const fresh = editStateOf(brief)
  const [old, next] = [before.edit, brief.edit]
  if (!old || !next || old.original.imageId !== next.original.imageId) return fresh
  const { node, lost, tools } = editing
  if (old.mask?.imageId !== next.mask?.imageId) return { ...fresh, node, lost, tools }
  return { ...editing, verb: next.verb }
}
