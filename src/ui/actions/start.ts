import type { ActionContext } from './action-context.ts'
import { attempt } from './attempt.ts'
import { connect } from './connect.ts'

/** Opens the window where it was left: settings, draft, selection, then the proxy and its jobs. */
export async function start(context: ActionContext): Promise<void> {
  await attempt(context, async () => {
    const { main, dispatch } = context
    const [settings, draft, selection] = await Promise.all([
      main.loadSettings({}),
      main.loadDraft({}),
      main.getSelection({}),
    ])
    const pinned = draft?.pinnedNodeId ? await main.readNode({ nodeId: draft.pinnedNodeId }) : null
    dispatch({ type: 'opened', settings, draft, selection, pinned })
    if (settings.token !== '') await connect(context, draft?.jobIds ?? [])
  })
}
