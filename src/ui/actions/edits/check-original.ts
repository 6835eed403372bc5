import { AppError } from '#domain/app-error.ts'
import type { Brief } from '#domain/brief.ts'
import { MODES } from '#domain/mode.ts'
import type { ActionContext } from '../action-context.ts'
import { readNodeAgain } from '../read-node-again.ts'
import { checkMaskLayers } from './check-mask-layers.ts'

/**
 * Looks once more, before it costs money, at the picture that is edited and the layers its mask is made of.
 * @throws AppError `original_lost`, `mask_layer_removed`, `mask_layer_moved`
 */
export async function checkOriginal(context: ActionContext, { mode, edit }: Brief): Promise<void> {
  if (MODES[mode].from !== 'original' || !edit) return
  const { fill, name } = edit.original
  const shown = fill && (await readNodeAgain(context, fill.nodeId))
  if (fill && !shown?.imageFills.some(({ imageHash }) => imageHash === fill.imageHash))
    throw new AppError('original_lost', { details: { name } })
  // What the window has of a mask says nothing about another one that was ordered before.
  const drawn = context.read().brief.edit?.mask?.imageId
  if (mode === 'edit' && edit.mask?.imageId === drawn) await checkMaskLayers(context, edit.original)
}
