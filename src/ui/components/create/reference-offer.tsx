import { Button } from '@create-figma-plugin/ui'
import styles from './reference-offer.module.css'

interface ReferenceOfferProps {
  name: string
  /** Whether there is a file behind an image fill. */
  hasOriginal: boolean
  onOriginal: () => void
  onAsShown: () => void
}

/** A selected layer that can become a reference. */
export function ReferenceOffer({ name, hasOriginal, onOriginal, onAsShown }: ReferenceOfferProps) {
  const asShown = hasOriginal ? 'As shown' : 'Add as shown'
  return (
    <li class={styles.offer}>
      <span class={styles.name} title={name}>
        {name}
      </span>
      {hasOriginal && (
        <Button
          secondary
          aria-label={`Add original: ${name}`}
          title="The file as it was imported, without crop and filters"
          onClick={onOriginal}
        >
          Add original
        </Button>
      )}
      <Button
        secondary
        aria-label={`${asShown}: ${name}`}
        title="The layer as it looks, with crop, filters and rotation"
        onClick={onAsShown}
      >
        {asShown}
      </Button>
    </li>
  )
}
