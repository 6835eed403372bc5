import { IconImage16 } from '@create-figma-plugin/ui'
import { OriginalOffer } from '../../components/create/original-offer.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { sizeLabel } from '../../state/brief/frame-label.ts'
import { editableNodes } from '../../state/edits/edit-offers.ts'
import styles from '../screen.module.css'
import { useUi } from '../use-ui.ts'

/** The selected layers whose picture could be edited. */
export function EditOriginalOffers() {
  const { state, actions } = useUi()
  const offered = editableNodes(state)
  if (state.editing.reading !== null) return null
  if (offered.length === 0) {
    return (
      <EmptyState icon={<IconImage16 />} title="No picture chosen">
        Select a layer with a picture on the canvas. Its pixels stay as they are wherever you do not ask for a change.
      </EmptyState>
    )
  }
  return (
    <ul class={`${styles.list} ${styles.fields}`} aria-label="Pictures that can be edited">
      {offered.map(({ node, hasOriginal }) => (
        <OriginalOffer
          key={node.id}
          name={node.name}
          size={sizeLabel(node)}
          hasOriginal={hasOriginal}
          enabled={state.connection.session !== null}
          onOriginal={() => void actions.readOriginal(node, 'original')}
          onAsShown={() => void actions.readOriginal(node, 'asShown')}
        />
      ))}
    </ul>
  )
}
