import type { Selection } from '#contract/plugin-wire.ts'
import { DEFAULT_SETTINGS } from '#contract/settings.ts'
import { hasEnded } from '#domain/job.ts'
import { isPresentFile } from '../state/results/is-present-file.ts'
import type { KeptThing } from '../state/ui-state.ts'
import type { ActionContext } from './action-context.ts'
import { connect } from './connect.ts'
import { tryToRead } from './try-to-read.ts'

const NOTHING_SELECTED: Selection = { fileId: null, pageId: '', readOnly: false, nodes: [] }

/** Opens the window where it was left: settings, draft, selection, then the proxy and its jobs. */
export async function start(context: ActionContext): Promise<void> {
  await reopen(context)
  const { brief, settings } = context.read()
  if (settings.token === '') return
  await connect(context)
  const now = context.read()
  const running = now.jobs.some(({ job }) => job && !hasEnded(job))
  // Not when the designer has begun something else meanwhile.
  if (running && now.screen === 'create' && now.brief === brief && !now.failure)
    context.dispatch({ type: 'screenChosen', screen: 'results' })
}

/** What cannot be read is as on a first run; the rest comes back all the same. */
async function reopen(context: ActionContext): Promise<void> {
  const { main, dispatch } = context
  const [settings, draft, selected] = await Promise.all([
    tryToRead(main.loadSettings({})),
    tryToRead(main.loadDraft({})),
    tryToRead(main.getSelection({})),
  ])
  const unread: KeptThing[] = []
  if (settings.failure) unread.push('settings')
  if (draft.failure) unread.push('draft')
  const selection = selected.value ?? NOTHING_SELECTED
  const { pinnedNodeId, pinnedFileId, edited } = draft.value ?? {}
  const here = (nodeId?: string | null, fileId?: string | null) =>
    nodeId && isPresentFile({ selection }, fileId) ? tryToRead(main.readNode({ nodeId })) : null
  const pinned = await here(pinnedNodeId, pinnedFileId)
  const shown = await here(edited?.nodeId, edited?.fileId)
  dispatch({
    type: 'opened',
    settings: settings.value ?? DEFAULT_SETTINGS,
    draft: draft.value,
    unread,
    selection,
    pinned: pinned?.value ?? null,
    edited: shown?.value ?? null,
  })
  const failure = settings.failure ?? draft.failure ?? selected.failure
  if (failure) dispatch({ type: 'failed', failure })
}
