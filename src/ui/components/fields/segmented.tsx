import styles from './segmented.module.css'

interface SegmentedProps<T extends string> {
  label: string
  options: readonly { value: T; label: string; hint?: string }[]
  value: T
  /** Each as wide as its words need, for many or long ones. */
  fit?: boolean
  onChange: (value: T) => void
}

/** A few choices side by side. */
export function Segmented<T extends string>({ label, options, value, fit = false, onChange }: SegmentedProps<T>) {
  return (
    <div class={styles.group} role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value} class={`${styles.option} ${fit ? styles.fit : ''}`} title={option.hint}>
          <input
            class={styles.input}
            type="radio"
            name={label}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span class={styles.box} data-label={option.label}>
            {option.label}
          </span>
        </label>
      ))}
    </div>
  )
}
