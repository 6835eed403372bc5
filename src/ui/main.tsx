import { render } from '@create-figma-plugin/ui'
import { effect } from '@preact/signals'
import { createProxyClient } from '#client/proxy-client.ts'
import type { ActionContext } from './actions/action-context.ts'
import { createActions } from './actions/create-actions.ts'
import { findEditedNode } from './actions/edits/find-edited-node.ts'
import { freeShapes } from './actions/edits/free-shapes.ts'
import { keepMask } from './actions/edits/keep-mask.ts'
import { createMaskStudio } from './actions/edits/mask-studio.ts'
import { keepDraft } from './actions/keep-draft.ts'
import { allowedFetch } from './allowed-fetch.ts'
import { browserEasel } from './mask/browser-easel.ts'
import { App } from './screens/app.tsx'
import { UiContext } from './screens/use-ui.ts'
import { createStore } from './store.ts'
import { connectMain } from './wire.ts'

document.title = 'Framewright'
document.documentElement.lang = 'en'

const { state, dispatch } = createStore()

const client = () => {
  const { proxyUrl, token } = state.peek().settings
  return createProxyClient({ baseUrl: proxyUrl, token, fetch: allowedFetch })
}
const context: ActionContext = {
  read: () => state.peek(),
  dispatch,
  main: connectMain((selection) => void actions.followSelection(selection)),
  client,
  easel: browserEasel,
  studio: createMaskStudio({ client, easel: browserEasel }),
  watches: new Map(),
  streams: new Set(),
  polling: false,
  pollMs: 2_500,
  marking: null,
}
const actions = createActions(context)
const keepers = [keepDraft(context), keepMask(context), findEditedNode(context), freeShapes(context)]
for (const keep of keepers) effect(() => keep(state.value))
void actions.start()

function Window() {
  return (
    <UiContext.Provider value={{ state, dispatch, actions }}>
      <App />
    </UiContext.Provider>
  )
}

/** Called by the build's entry with the element to draw into. */
export default render(Window)
