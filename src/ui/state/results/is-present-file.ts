import type { UiState } from '../ui-state.ts'

/** Whether something made for a node of that file was made in the file that is open; never when either is unknown. */
export function isPresentFile(state: Pick<UiState, 'selection'>, fileId: string | null | undefined): boolean {
  return typeof fileId === 'string' && state.selection?.fileId === fileId
}
