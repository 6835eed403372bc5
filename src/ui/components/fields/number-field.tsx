import { useId } from 'preact/hooks'
import styles from './number-field.module.css'

interface NumberFieldProps {
  label: string
  /** Whole. */
  value: number
  max: number
  /** What the number counts, such as “px”. */
  unit: string
  onChange: (value: number) => void
}

/** A whole number from 0; what is no number counts as 0. */
export function NumberField({ label, value, max, unit, onChange }: NumberFieldProps) {
  const id = useId()
  return (
    <div>
      <label class={styles.label} for={id}>
        {label}
      </label>
      <div class={styles.box}>
        <input
          id={id}
          class={styles.input}
          type="number"
          min={0}
          max={max}
          step={1}
          value={value}
          onInput={(event) => onChange(wholeUpTo(max, event.currentTarget.valueAsNumber))}
        />
        <span class={styles.unit}>{unit}</span>
      </div>
    </div>
  )
}

const wholeUpTo = (max: number, value: number): number =>
  Number.isFinite(value) ? Math.max(0, Math.min(max, Math.round(value))) : 0
