import { IconFrame16 } from '@create-figma-plugin/ui'
import { makeFailure } from '#domain/failure.ts'
import { TargetCard } from '../../components/create/target-card.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Notice } from '../../components/notice.tsx'
import { ratioLabel, sizeLabel } from '../../state/brief/frame-label.ts'
import { backgroundFrame, targetOf } from '../../state/brief/target.ts'
import { ReviewDetails } from '../results/review-details.tsx'
import { useUi } from '../use-ui.ts'

/** Which layer the picture is for. */
export function CreateTarget() {
  const { state, dispatch, actions } = useUi()
  const target = state.brief.mode === 'background' ? backgroundFrame(state) : targetOf(state)
  if (!target) {
    return (
      <EmptyState icon={<IconFrame16 />} title="No frame selected">
        Select a frame on the canvas. The picture is made at exactly its size.
      </EmptyState>
    )
  }
  const { provenance } = target
  const pinned = state.pinned !== null
  return (
    <>
      <TargetCard
        name={target.name}
        size={`${sizeLabel(target)} · ${ratioLabel(target)}`}
        pinned={pinned}
        madeFrom={provenance?.idea ?? null}
        onPin={() => dispatch(pinned ? { type: 'frameUnpinned' } : { type: 'framePinned', node: target })}
        onReuse={() => provenance && void actions.reuseBrief(provenance)}
      />
      <ReviewDetails node={target} />
      {state.selection?.readOnly && <Notice tone="warning">{makeFailure('file_read_only').message}</Notice>}
    </>
  )
}
