import { Facts } from '../../components/facts.tsx'
import { Section } from '../../components/section.tsx'
import { accountFacts } from '../../state/money/account-facts.ts'
import styles from '../screen.module.css'
import { useUi } from '../use-ui.ts'

/** Who the person is at the proxy, and what they may spend. */
export function SettingsAccount() {
  const { session, failure } = useUi().state.connection
  if (!session || failure) return null
  return (
    <Section title="You">
      {session.credits && <p class={styles.muted}>Prices are in credits. Budgets are in dollars.</p>}
      <Facts rows={accountFacts(session, new Date())} />
    </Section>
  )
}
