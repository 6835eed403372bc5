import type { NodeSnapshot } from '#contract/plugin-wire.ts'
import { Details } from '../../components/details.tsx'
import { reviewFacts } from '../../state/results/review-facts.ts'
import { ReviewPicture } from './review-picture.tsx'

/** The review of a layer’s picture, folded to how it stands. */
export function ReviewDetails({ node }: { node: NodeSnapshot }) {
  const facts = reviewFacts(node, new Date())
  if (!facts) return null
  return (
    <Details key={node.id} title="Review" summary={[facts.standing, facts.rejected ?? []].flat().join(' · ')}>
      <ReviewPicture node={node} />
    </Details>
  )
}
