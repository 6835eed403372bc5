import { useWindowResize } from '@create-figma-plugin/ui'
import { LiveRegion } from '../components/live-region.tsx'
import { announcement } from '../state/announcement.ts'
import { foundAnnouncement } from '../state/jobs/found-announcement.ts'
import { placingAnnouncement } from '../state/results/placing-announcement.ts'
import type { Screen } from '../state/ui-state.ts'
import styles from './app.module.css'
import { AppTop } from './app-top.tsx'
import { CreateScreen } from './create/create-screen.tsx'
import { useAddedFiles } from './create/use-added-files.ts'
import { ResultsScreen } from './results/results-screen.tsx'
import { ZoomedResult } from './results/zoomed-result.tsx'
import { SettingsScreen } from './settings/settings-screen.tsx'
import { useUi } from './use-ui.ts'

const SCREENS: Record<Screen, () => preact.JSX.Element> = {
  create: CreateScreen,
  results: ResultsScreen,
  settings: SettingsScreen,
}
const SMALLEST = { minWidth: 320, minHeight: 400 }

/** The whole window. */
export function App() {
  const { state, actions } = useUi()
  useWindowResize((size) => void actions.resize(size), SMALLEST)
  useAddedFiles(state.loaded && state.screen === 'create' ? actions.addFiles : null)
  const Current = SCREENS[state.screen]
  return (
    <div class={styles.window}>
      <AppTop />
      {state.loaded && <Current />}
      {state.zoomed && <ZoomedResult pick={state.zoomed} />}
      {/* One each: what happens to a job is said also after a placing, and the other way round. */}
      <LiveRegion text={announcement(state)} />
      <LiveRegion text={placingAnnouncement(state)} />
      <LiveRegion text={state.reviewing?.said ?? ''} />
      <LiveRegion text={foundAnnouncement(state)} />
    </div>
  )
}
