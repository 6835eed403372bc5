import type { Session } from '#contract/http-wire.ts'
import { SpokenTitle } from '../components/spoken-title.tsx'
import { creditsLabel } from '../state/price-label.ts'
import { spendableLabel } from '../state/spendable-label.ts'

/** What can be spent; where a team bills in credits, what was used, and the dollars beside it. */
export function CreateLeft({ session: { budget, credits } }: { session: Session }) {
  const left = spendableLabel(budget, new Date())
  if (!credits) return <span>{left}</span>
  return <SpokenTitle more={left}>{creditsLabel(credits.used)} used this month</SpokenTitle>
}
