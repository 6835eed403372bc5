import { formatBalance } from '#domain/money.ts'
import type { Connection } from './ui-state.ts'

/** A plain answer to “does it work?”: “Connected as local · offline engine · $25.00 left”. */
export function connectionSentence({ session }: Pick<Connection, 'session'>): string {
  if (!session) return 'Not connected yet.'
  const engine = session.engine.simulated ? 'offline engine' : `${session.engine.name} engine`
  return `Connected as ${session.member.name} · ${engine} · ${formatBalance(session.budget.spendable)} left`
}
