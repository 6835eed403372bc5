import { IconButton, IconClose16, IconRefresh16 } from '@create-figma-plugin/ui'
import { SelectField } from '../fields/select-field.tsx'
import styles from './mask-part-row.module.css'

interface MaskPartRowProps {
  name: string
  sides: readonly { value: string; label: string }[]
  /** Null for what has no sides. */
  side: string | null
  onSide: (side: string) => void
  /** Null where there is nothing to read again. */
  onReadAgain: (() => void) | null
  onRemove: () => void
}

/** One part a mask is made of. */
export function MaskPartRow({ name, sides, side, onSide, onReadAgain, onRemove }: MaskPartRowProps) {
  return (
    <li class={styles.row}>
      <span class={styles.name} title={name}>
        {name}
      </span>
      {side !== null && (
        <span class={styles.side}>
          <SelectField
            label={`Which side of ${name} may change`}
            labelHidden
            options={sides}
            value={side}
            onChange={onSide}
          />
        </span>
      )}
      {onReadAgain && (
        <IconButton
          aria-label={`Read ${name} again`}
          title="Read again, when it was moved or changed"
          onClick={onReadAgain}
        >
          <IconRefresh16 />
        </IconButton>
      )}
      <IconButton data-remove aria-label={`Remove ${name} from the mask`} title="Remove" onClick={onRemove}>
        <IconClose16 />
      </IconButton>
    </li>
  )
}
