import { IconButton, IconChevronDown16, IconClose16 } from '@create-figma-plugin/ui'
import type { ComponentChildren } from 'preact'
import { SelectField } from '../fields/select-field.tsx'
import styles from './reference-row.module.css'

interface ReferenceRowProps {
  /** From 1, as the prompt names it. */
  number: number
  name: string
  size: string
  role: string
  roles: readonly { value: string; label: string }[]
  /** What speaks against sending it, in sentences. */
  warnings?: readonly string[]
  thumbnail: ComponentChildren
  first: boolean
  last: boolean
  onRole: (role: string) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

/** One reference: what it is, what it contributes, where it stands. */
export function ReferenceRow(props: ReferenceRowProps) {
  const { number, name, size, role, roles, warnings = [], thumbnail, first, last, onRole, onMove, onRemove } = props
  const which = `reference ${number}, ${name}`
  return (
    <li class={styles.row}>
      <div class={styles.thumbnail}>{thumbnail}</div>
      <div class={styles.text}>
        <div class={styles.name} title={`${name} · ${size}`}>
          <span class={styles.number}>{number}</span> {name}
        </div>
        <SelectField label={`Role of ${which}`} labelHidden options={roles} value={role} onChange={onRole} />
        {warnings.map((warning) => (
          <p key={warning} class={styles.warning}>
            {warning}
          </p>
        ))}
      </div>
      <div class={styles.buttons}>
        <IconButton data-remove aria-label={`Remove ${which}`} title="Remove" onClick={onRemove}>
          <IconClose16 />
        </IconButton>
        <div class={styles.order}>
          <span class={styles.up}>
            <IconButton aria-label={`Move up ${which}`} title="Move up" disabled={first} onClick={() => onMove(-1)}>
              <IconChevronDown16 />
            </IconButton>
          </span>
          <IconButton aria-label={`Move down ${which}`} title="Move down" disabled={last} onClick={() => onMove(1)}>
            <IconChevronDown16 />
          </IconButton>
        </div>
      </div>
    </li>
  )
}
