import { DEFAULT_SETTINGS } from '#contract/settings.ts'
import { toFailure } from '#domain/app-error.ts'
import { isPresentFile } from '../state/is-present-file.ts'
import type { ActionContext } from './action-context.ts'
import { connect } from './connect.ts'

const NOTHING_SELECTED = { fileId: null, pageId: '', readOnly: false, nodes: [] }

/** Opens the window where it was left: settings, draft, selection, then the proxy and its jobs. */
export async function start(context: ActionContext): Promise<void> {
  const { dispatch, read } = context
  try {
    await reopen(context)
  } catch (error) {
    // Without what was kept the window still opens, as for the first time.
    if (!read().loaded)
      dispatch({ type: 'opened', settings: DEFAULT_SETTINGS, draft: null, selection: NOTHING_SELECTED, pinned: null })
    dispatch({ type: 'failed', failure: toFailure(error) })
  }
}

async function reopen(context: ActionContext): Promise<void> {
  const { main, dispatch } = context
  const [settings, draft, selection] = await Promise.all([
    main.loadSettings({}),
    main.loadDraft({}),
    main.getSelection({}),
  ])
  const pinned =
    draft?.pinnedNodeId && isPresentFile({ selection }, draft.pinnedFileId)
      ? await main.readNode({ nodeId: draft.pinnedNodeId })
      : null
  dispatch({ type: 'opened', settings, draft, selection, pinned })
  if (settings.token !== '') await connect(context, draft?.jobIds ?? [])
}
