import { IconChevronDown16 } from '@create-figma-plugin/ui'
import { useId } from 'preact/hooks'
import styles from './select-field.module.css'

interface SelectFieldProps {
  label: string
  /** Leaves the label to screen readers. */
  labelHidden?: boolean
  options: readonly { value: string; label: string }[]
  value: string
  onChange: (value: string) => void
}

/** One choice of several, as the browser's own menu: the keyboard and screen readers know it. */
export function SelectField({ label, labelHidden = false, options, value, onChange }: SelectFieldProps) {
  const id = useId()
  return (
    <div class={styles.field}>
      {!labelHidden && (
        <label class={styles.label} for={id}>
          {label}
        </label>
      )}
      <div class={styles.box}>
        <select
          id={id}
          class={styles.select}
          {...(labelHidden ? { 'aria-label': label } : {})}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <span class={styles.chevron}>
          <IconChevronDown16 />
        </span>
      </div>
    </div>
  )
}
