import { Button, IconButton, IconFrame16 } from '@create-figma-plugin/ui'
import card from './card.module.css'
import { IconPinned, IconUnpinned } from './icon-pin.tsx'
import styles from './target-card.module.css'

interface TargetCardProps {
  name: string
  /** “1440 × 900 · 8:5” */
  size: string
  pinned: boolean
  /** The idea its picture was made from; null when it has none. */
  madeFrom: string | null
  onPin: () => void
  onReuse: () => void
}

/** The layer the picture is for. */
export function TargetCard({ name, size, pinned, madeFrom, onPin, onReuse }: TargetCardProps) {
  const pinLabel = pinned ? 'Follow the selection again' : 'Keep this frame while selecting other layers'
  return (
    <section class={card.card} aria-label="Frame">
      <div class={card.row}>
        <span class={card.picture}>
          <IconFrame16 />
        </span>
        <div class={card.text}>
          <div class={card.name} title={name}>
            {name}
          </div>
          <div class={card.size}>{size}</div>
        </div>
        <IconButton aria-label={pinLabel} aria-pressed={pinned} title={pinLabel} onClick={onPin}>
          {pinned ? <IconPinned /> : <IconUnpinned />}
        </IconButton>
      </div>
      {madeFrom !== null && (
        <div class={styles.made}>
          <div class={styles.idea} title={madeFrom}>
            Made with Framewright: “{madeFrom}”
          </div>
          <Button secondary onClick={onReuse}>
            Reuse brief
          </Button>
        </div>
      )}
    </section>
  )
}
