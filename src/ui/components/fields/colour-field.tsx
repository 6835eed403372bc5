import { useId } from 'preact/hooks'
import styles from './colour-field.module.css'

interface ColourFieldProps {
  label: string
  /** #rrggbb */
  value: string
  onChange: (colour: string) => void
}

/** One colour, chosen with the browser’s own picker. */
export function ColourField({ label, value, onChange }: ColourFieldProps) {
  const id = useId()
  return (
    <div class={styles.field}>
      <input
        id={id}
        class={styles.swatch}
        type="color"
        value={value}
        onInput={(event) => onChange(event.currentTarget.value.toLowerCase())}
      />
      <label for={id}>{label}</label>
    </div>
  )
}
