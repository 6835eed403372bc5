import type { UiState } from '../ui-state.ts'

/** What a screen reader is told of the last placing; empty while none has ended. */
export function placingAnnouncement({ placed, misplaced }: Pick<UiState, 'placed' | 'misplaced'>): string {
  return misplaced?.failure.message ?? placed?.said ?? ''
}
