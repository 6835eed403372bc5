import type { ProxyClient } from '#client/proxy-client.ts'
import type { MainCalls } from '#contract/plugin-wire.ts'
import type { Caller } from '#contract/rpc.ts'
import type { UiEvent } from '../state/ui-event.ts'
import type { UiState } from '../state/ui-state.ts'

/** What every action works with. */
export interface ActionContext {
  read: () => UiState
  dispatch: (event: UiEvent) => void
  main: Caller<MainCalls>
  /** A client for the settings as they are now. Throws AppError `proxy_address_invalid`. */
  client: () => ProxyClient
  /** The jobs being watched, by id, with what ends the watching. */
  watches: Map<string, AbortController>
  /** True while decided marks are being sent. */
  marking: boolean
}
