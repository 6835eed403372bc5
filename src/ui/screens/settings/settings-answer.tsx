import { Notice } from '../../components/notice.tsx'
import { connectionSentence } from '../../state/connection-sentence.ts'
import { useUi } from '../use-ui.ts'

/** What the proxy said when it was asked last. */
export function SettingsAnswer() {
  const { connection, form, settings } = useUi().state
  const untouched = form.proxyUrl === settings.proxyUrl && form.token === settings.token
  if (form.failure) return <Notice tone="danger">{form.failure.message}</Notice>
  if (form.testing || !(form.tested || untouched)) return null
  if (connection.failure) return <Notice tone="danger">{connection.failure.message}</Notice>
  if (connection.session) return <Notice tone="plain">{connectionSentence(connection)}</Notice>
  return null
}
