import type { UiState } from '../ui-state.ts'
import type { EditBefore } from './edit-state.ts'

/** An edit as it is, right before something of it is taken away; null where there is none. */
export function editBefore({ brief, editing }: Pick<UiState, 'brief' | 'editing'>, said: string): EditBefore | null {
  const { node, parts, measured } = editing
  return brief.edit && { said, node, edit: brief.edit, parts, measured }
}
