import { AppHeader } from '../components/app-header.tsx'
import { wantsSomething } from '../state/jobs/wants-something.ts'
import type { Screen } from '../state/ui-state.ts'
import { useUi } from './use-ui.ts'

const OFFLINE = 'Offline engine: pictures and prices are simulated'
const TABS: readonly { id: Screen; label: string }[] = [
  { id: 'create', label: 'Create' },
  { id: 'results', label: 'Results' },
]

/** The tabs, and what holds for the whole window. */
export function AppTop() {
  const { state, actions } = useUi()
  const waiting = state.jobs.filter(wantsSomething).length
  const show = (screen: Screen) => void actions.showScreen(screen)
  return (
    <AppHeader
      tabs={TABS.map((tab) => ({ ...tab, count: tab.id === 'results' ? waiting : 0 }))}
      current={state.screen}
      note={state.connection.session?.engine.simulated ? OFFLINE : ''}
      onChoose={(id) => show(TABS.find((tab) => tab.id === id)?.id ?? 'create')}
      onSettings={() => show(state.screen === 'settings' ? 'create' : 'settings')}
    />
  )
}
