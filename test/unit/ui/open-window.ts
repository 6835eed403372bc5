import { effect } from '@preact/signals'
import { createProxyClient } from '#client/proxy-client.ts'
import { nodeEasel } from '#support/node-easel.ts'
import type { ActionContext } from '#ui/actions/action-context.ts'
import { createActions } from '#ui/actions/create-actions.ts'
import { findEditedNode } from '#ui/actions/edits/find-edited-node.ts'
import { freeShapes } from '#ui/actions/edits/free-shapes.ts'
import { keepMask } from '#ui/actions/edits/keep-mask.ts'
import { createMaskStudio } from '#ui/actions/edits/mask-studio.ts'
import { keepDraft } from '#ui/actions/keep-draft.ts'
import type { UiState } from '#ui/state/ui-state.ts'
import { createStore } from '#ui/store.ts'
import { type Canvas, connectCanvas } from './canvas-stand-in.ts'

/** The plugin's window without its screens: the real store, actions, wire and client. */
export function openWindow(canvas: Canvas) {
  const { state, dispatch } = createStore()
  const client = () =>
    createProxyClient({ baseUrl: state.peek().settings.proxyUrl, token: state.peek().settings.token })
  const context: ActionContext = {
    read: () => state.peek(),
    dispatch,
    main: connectCanvas(canvas),
    client,
    easel: nodeEasel,
    studio: createMaskStudio({ client, easel: nodeEasel }),
    watches: new Map(),
    streams: new Set(),
    polling: false,
    pollMs: 20,
    marking: null,
  }
  const stops = [keepDraft(context), keepMask(context), findEditedNode(context), freeShapes(context)].map((keep) =>
    effect(() => keep(state.value)),
  )
  /** The state as soon as it answers the description. */
  const until = (reached: (now: UiState) => boolean): Promise<UiState> =>
    new Promise((resolve) => {
      const stop = effect(() => {
        if (!reached(state.value)) return
        resolve(state.value)
        queueMicrotask(() => stop())
      })
    })
  return {
    context,
    read: () => state.peek(),
    dispatch,
    until,
    actions: createActions(context),
    /** As when the designer closes the plugin. */
    close() {
      for (const stop of stops) stop()
      for (const watch of context.watches.values()) watch.abort()
    },
  }
}
