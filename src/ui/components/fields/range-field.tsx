import { useId } from 'preact/hooks'
import styles from './range-field.module.css'

interface RangeFieldProps {
  label: string
  /** With its unit: “80 px”. */
  shown: string
  min: number
  max: number
  step: number
  value: number
  onChange: (value: number) => void
}

/** A number that is set by feel. */
export function RangeField({ label, shown, min, max, step, value, onChange }: RangeFieldProps) {
  const id = useId()
  return (
    <div class={styles.field}>
      <label for={id}>{label}</label>
      <input
        id={id}
        class={styles.range}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={shown}
        onInput={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
      <output class={styles.shown} for={id}>
        {shown}
      </output>
    </div>
  )
}
