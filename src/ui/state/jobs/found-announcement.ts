import type { UiState } from '../ui-state.ts'

/** What a screen reader is told once the proxy has listed the jobs; empty while nothing waits. */
export function foundAnnouncement({ found }: Pick<UiState, 'found'>): string {
  if (!found) return ''
  return found === 1 ? '1 job waits in Results.' : `${found} jobs wait in Results.`
}
