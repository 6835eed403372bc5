import { Button } from '@create-figma-plugin/ui'
import card from './card.module.css'
import styles from './original-offer.module.css'

interface OriginalOfferProps {
  name: string
  size: string
  /** Whether there is a file behind an image fill. */
  hasOriginal: boolean
  /** False while another one is being read. */
  enabled: boolean
  onOriginal: () => void
  onAsShown: () => void
}

/** A selected layer whose picture can be edited. */
export function OriginalOffer({ name, size, hasOriginal, enabled, onOriginal, onAsShown }: OriginalOfferProps) {
  return (
    <li class={`${card.card} ${styles.offer}`}>
      <div class={card.name} title={name}>
        {name}
      </div>
      <div class={card.size}>{size}</div>
      <div class={styles.buttons}>
        {hasOriginal && (
          <Button
            aria-label={`Edit this picture: ${name}`}
            title="The file as it was imported; the result takes its place"
            disabled={!enabled}
            onClick={onOriginal}
          >
            Edit this picture
          </Button>
        )}
        <Button
          secondary
          aria-label={`Edit as it looks: ${name}`}
          title="The layer as it looks, with crop, filters and all that is in it"
          disabled={!enabled}
          onClick={onAsShown}
        >
          Edit as it looks
        </Button>
      </div>
    </li>
  )
}
