import { Facts } from '../components/facts.tsx'
import { Section } from '../components/section.tsx'
import { accountFacts } from '../state/account-facts.ts'
import { useUi } from './use-ui.ts'

/** Who the person is at the proxy, and what they may spend. */
export function SettingsAccount() {
  const { session, failure } = useUi().state.connection
  if (!session || failure) return null
  return (
    <Section title="You">
      <Facts rows={accountFacts(session, new Date())} />
    </Section>
  )
}
