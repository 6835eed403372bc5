import type { Session } from '#contract/http-wire.ts'
import { creditsLabel } from '#domain/credits.ts'
import { SpokenTitle } from '../../components/spoken-title.tsx'
import { spendableLabel } from '../../state/money/spendable-label.ts'

/** What can be spent; where a team bills in credits, what was used, and the dollars beside it. */
export function CreateLeft({ session: { budget, credits } }: { session: Session }) {
  const left = spendableLabel(budget, new Date())
  if (!credits) return <span>{left}</span>
  return <SpokenTitle more={left}>{creditsLabel(credits.used)} used this month</SpokenTitle>
}
