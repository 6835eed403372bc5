import styles from './choice-rows.module.css'

interface ChoiceRowsProps<T extends string> {
  label: string
  options: readonly { value: T; label: string }[]
  value: T
  onChange: (value: T) => void
}

/** A few choices below each other, for words too long to stand side by side. */
export function ChoiceRows<T extends string>({ label, options, value, onChange }: ChoiceRowsProps<T>) {
  return (
    <div class={styles.rows} role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value} class={styles.row}>
          <input
            class={styles.input}
            type="radio"
            name={label}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </div>
  )
}
