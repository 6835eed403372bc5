import { IconAdjust16, IconButton } from '@create-figma-plugin/ui'
import styles from './app-header.module.css'
import unseen from './only-spoken.module.css'

export interface HeaderTab {
  id: string
  label: string
  /** How many things wait there; 0 shows nothing. */
  count: number
}

interface AppHeaderProps {
  tabs: readonly HeaderTab[]
  current: string
  /** One line under the tabs; empty for none. */
  note: string
  onChoose: (id: string) => void
  onSettings: () => void
}

/** The way between the screens. */
export function AppHeader({ tabs, current, note, onChoose, onSettings }: AppHeaderProps) {
  return (
    <header class={styles.header}>
      <h1 class={unseen.spoken}>Framewright</h1>
      <nav class={styles.bar} aria-label="Screens">
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            class={styles.tab}
            {...(tab.id === current ? { 'aria-current': 'page' as const } : {})}
            onClick={() => onChoose(tab.id)}
          >
            {tab.label}
            {tab.count > 0 && (
              <span class={styles.count}>
                {tab.count}
                <span class={unseen.spoken}> waiting</span>
              </span>
            )}
          </button>
        ))}
        <span class={styles.space} />
        <IconButton aria-label="Settings" title="Settings" aria-pressed={current === 'settings'} onClick={onSettings}>
          <IconAdjust16 />
        </IconButton>
      </nav>
      {note && <p class={styles.note}>{note}</p>}
    </header>
  )
}
