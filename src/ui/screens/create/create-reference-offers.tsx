import { ReferenceOffer } from '../../components/create/reference-offer.tsx'
import { offeredReferences } from '../../state/brief/target.ts'
import styles from '../screen.module.css'
import { useUi } from '../use-ui.ts'

const SHOWN = 6

/** The selected layers that can become references. */
export function CreateReferenceOffers() {
  const { state, actions } = useUi()
  const offered = offeredReferences(state)
  if (offered.length === 0) return null
  return (
    <ul class={styles.offers} aria-label="Add from the selection">
      {offered.slice(0, SHOWN).map((node) => (
        <ReferenceOffer
          key={node.id}
          name={node.name}
          hasOriginal={node.imageFills.some((fill) => fill.visible)}
          onOriginal={() => void actions.addFromSelection(node, 'original')}
          onAsShown={() => void actions.addFromSelection(node, 'asShown')}
        />
      ))}
      {offered.length > SHOWN && <li class={styles.muted}>and {offered.length - SHOWN} more selected layers</li>}
    </ul>
  )
}
