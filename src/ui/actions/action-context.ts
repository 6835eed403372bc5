import type { ProxyClient } from '#client/proxy-client.ts'
import type { MainCalls } from '#contract/plugin-wire.ts'
import type { Caller } from '#contract/rpc.ts'
import type { Easel } from '../mask/surface.ts'
import type { UiEvent } from '../state/ui-event.ts'
import type { UiState } from '../state/ui-state.ts'
import type { MaskStudio } from './edits/mask-studio.ts'

/** What every action works with. */
export interface ActionContext {
  read: () => UiState
  dispatch: (event: UiEvent) => void
  main: Caller<MainCalls>
  /** A client for the settings as they are now. Throws AppError `proxy_address_invalid`. */
  client: () => ProxyClient
  /** What pictures are drawn with. */
  easel: Easel
  /** Where masks are drawn. */
  studio: MaskStudio
  /** The jobs being watched, by id, with what ends the watching. */
  watches: Map<string, AbortController>
  /** Those of the watches that have an event stream. */
  streams: Set<AbortController>
  /** True while the others are asked for now and then. */
  polling: boolean
  /** Milliseconds from one asking to the next. */
  pollMs: number
  /** The sending of decided marks that is under way. */
  marking: Promise<void> | null
}
