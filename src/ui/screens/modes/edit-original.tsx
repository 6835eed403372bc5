import { Button, IconImage16 } from '@create-figma-plugin/ui'
import { makeFailure } from '#domain/failure.ts'
import { OriginalCard } from '../../components/create/original-card.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Notice } from '../../components/notice.tsx'
import { sizeLabel } from '../../state/brief/frame-label.ts'
import { originalLost, showsOwnEdit } from '../../state/edits/mask-status.ts'
import { ProxyImage } from '../proxy-image.tsx'
import { useUi } from '../use-ui.ts'
import { EditFailure } from './edit-failure.tsx'
import { EditOriginalOffers } from './edit-original-offers.tsx'
import { EditUndo } from './edit-undo.tsx'

const THUMBNAIL = 128

/** The picture that is edited, or which one could be. */
export function EditOriginal() {
  const { state, dispatch, actions } = useUi()
  const { node, reading } = state.editing
  const original = state.brief.edit?.original
  const lost = originalLost(state)
  const own = showsOwnEdit(state)
  const drop = () => dispatch({ type: 'originalDropped' })
  const readAgain = node && (() => void actions.readOriginal(node, original?.fill === null ? 'asShown' : 'original'))
  return (
    <>
      {original ? (
        <OriginalCard
          name={original.name || 'Picture'}
          size={`${sizeLabel(original)} pixels${original.fill ? '' : ', as it looks'}`}
          thumbnail={<ProxyImage id={original.imageId} width={THUMBNAIL} alt="" />}
          onReadAgain={readAgain}
          onDrop={drop}
        />
      ) : (
        <EditOriginalOffers />
      )}
      {!original && <EditUndo />}
      {reading !== null && (
        <EmptyState icon={<IconImage16 />} title={`Reading “${reading}” …`}>
          The picture is brought to the proxy. That is free.
        </EmptyState>
      )}
      {lost && (
        <Notice
          tone={own ? 'plain' : 'warning'}
          actions={
            <>
              {readAgain && (
                <Button secondary onClick={readAgain}>
                  {own ? 'Go on from it' : 'Read again'}
                </Button>
              )}
              <Button secondary onClick={drop}>
                Choose another picture
              </Button>
            </>
          }
        >
          {own ? 'This layer now shows your edit.' : lost.message}
        </Notice>
      )}
      <EditFailure of="rest" />
      {state.selection?.readOnly && <Notice tone="warning">{makeFailure('file_read_only').message}</Notice>}
    </>
  )
}
