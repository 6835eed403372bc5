import type { MaskTools } from '../../state/edits/edit-state.ts'
import type { Ui } from '../use-ui.ts'

/** What buttons and keys of the mask editor do. */
export const maskCommands = (dispatch: Ui['dispatch']) => ({
  choose: (tools: Partial<MaskTools>) => dispatch({ type: 'maskToolsChosen', tools }),
  undo: () => dispatch({ type: 'maskUndone' }),
  redo: () => dispatch({ type: 'maskRedone' }),
  invert: () => dispatch({ type: 'maskDrawn', op: { tool: 'invert' } }),
  clear: () => dispatch({ type: 'maskDrawn', op: { tool: 'clear' } }),
})
