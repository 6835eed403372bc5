import { Button } from '@create-figma-plugin/ui'
import { SettingsFields } from '../../components/fields/settings-fields.tsx'
import { Section } from '../../components/section.tsx'
import { FailureNotice } from '../failure-notice.tsx'
import styles from '../screen.module.css'
import { useUi } from '../use-ui.ts'
import { SettingsAccount } from './settings-account.tsx'
import { SettingsAnswer } from './settings-answer.tsx'

/** How the plugin reaches its proxy. */
export function SettingsScreen() {
  const { state, dispatch, actions } = useUi()
  const { form } = state
  const test = () => void actions.testConnection()
  return (
    <main class={styles.screen}>
      <div class={styles.scroll}>
        <div class={styles.padded}>
          <Section title="Proxy">
            <p class={styles.muted}>
              Pictures are made by a Framewright proxy, which keeps the API key and the budget. “npm start” runs one on
              this machine and prints its address and a member token.
            </p>
          </Section>
          <SettingsFields
            proxyUrl={form.proxyUrl}
            token={form.token}
            tokenShown={form.tokenShown}
            onEdit={(edited) => dispatch({ type: 'formEdited', form: edited })}
            onEnter={test}
          />
          <div class={styles.row}>
            <Button loading={form.testing} onClick={test}>
              Test connection
            </Button>
            <Button secondary onClick={() => void actions.showScreen('create')}>
              Back
            </Button>
          </div>
          <SettingsAnswer />
          <SettingsAccount />
          {state.failure && (
            <FailureNotice failure={state.failure} onDismiss={() => dispatch({ type: 'failureDismissed' })} />
          )}
        </div>
      </div>
    </main>
  )
}
