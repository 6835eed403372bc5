import type { MarkOwner } from '#contract/settings.ts'
import type { UiState } from '../ui-state.ts'

/** Who marks jobs now; null before the proxy has said who we are. */
export function markOwner({ connection, settings }: Pick<UiState, 'connection' | 'settings'>): MarkOwner | null {
  return connection.session && { proxyUrl: settings.proxyUrl, member: connection.session.member.name }
}
