import { useState } from 'preact/hooks'
import type { NodeSnapshot } from '#contract/plugin-wire.ts'
import { ReviewBar, type ReviewStep } from '../components/review-bar.tsx'
import { reviewFacts } from '../state/review-facts.ts'
import { FailureNotice } from './failure-notice.tsx'
import { useUi } from './use-ui.ts'

/** What a reviewer said of a layer’s picture, and a way to say it. */
export function ReviewPicture({ node }: { node: NodeSnapshot }) {
  const { state, dispatch, actions } = useUi()
  const facts = reviewFacts(node, new Date())
  const [written, setWritten] = useState<string | null>(null)
  if (!facts) return null
  const reviewing = state.reviewing?.nodeId === node.id ? state.reviewing : null
  const note = written ?? facts.note
  const { present } = facts
  const steps: ReviewStep[] = [
    { id: 'approved', label: 'Approve', hint: 'Writes on the layer who approved it and when', enabled: present },
    { id: 'rejected', label: 'Reject', hint: 'Takes the picture out again', enabled: present },
    { id: 'noted', label: 'Save note', hint: 'Writes the note on the layer', enabled: present && note !== facts.note },
    { id: 'next', label: 'Next candidate', hint: 'Shows the next picture of the same job here', enabled: present },
  ]
  const go = (id: string) => {
    if (id === 'next') void actions.nextCandidate(node)
    else if (id === 'approved' || id === 'rejected' || id === 'noted') void actions.review(node.id, id, note)
    setWritten(null)
  }
  return (
    <>
      <ReviewBar
        standing={facts.standing}
        busy={reviewing?.busy ?? null}
        note={note}
        steps={steps}
        said={reviewing?.said ?? null}
        onNote={setWritten}
        onStep={go}
      />
      {reviewing?.failure && (
        <FailureNotice failure={reviewing.failure} onDismiss={() => dispatch({ type: 'reviewDismissed' })} />
      )}
    </>
  )
}
