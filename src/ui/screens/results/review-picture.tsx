import { useState } from 'preact/hooks'
import type { NodeSnapshot } from '#contract/plugin-wire.ts'
import { ReviewBar } from '../../components/results/review-bar.tsx'
import { reviewFacts } from '../../state/results/review-facts.ts'
import { reviewSteps, shownPick } from '../../state/results/review-steps.ts'
import type { ResultPick } from '../../state/ui-state.ts'
import { FailureNotice } from '../failure-notice.tsx'
import { useUi } from '../use-ui.ts'

interface ReviewPictureProps {
  node: NodeSnapshot
  /** The picture placed there last; null where only the layer can tell. */
  placed?: ResultPick | null
}

/** What a reviewer said of a layer’s picture, and a way to say it. */
export function ReviewPicture({ node, placed = null }: ReviewPictureProps) {
  const { state, dispatch, actions } = useUi()
  const facts = reviewFacts(node, new Date())
  const [written, setWritten] = useState<{ nodeId: string; note: string } | null>(null)
  if (!facts) return null
  const reviewing = state.reviewing?.nodeId === node.id ? state.reviewing : null
  const note = written?.nodeId === node.id ? written.note : facts.note
  const shown = shownPick(node, placed)
  const steps = reviewSteps(state, node, shown, note !== facts.note)
  // What is typed stays until it is written on the layer.
  const go = async (step: string) => {
    const id = steps.find((offer) => offer.id === step)?.id
    if (id === 'next') shown && void actions.nextCandidate(node.id, shown)
    else if (id && (await actions.review(node.id, id, note))) setWritten(null)
  }
  return (
    <>
      <ReviewBar
        standing={facts.standing}
        rejected={facts.rejected}
        busy={reviewing?.busy ?? null}
        note={note}
        steps={steps}
        said={reviewing?.said ?? null}
        onNote={(text) => setWritten({ nodeId: node.id, note: text })}
        onStep={(step) => void go(step)}
      />
      {reviewing?.failure && (
        <FailureNotice failure={reviewing.failure} onDismiss={() => dispatch({ type: 'reviewDismissed' })} />
      )}
    </>
  )
}
