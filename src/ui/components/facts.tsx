import styles from './facts.module.css'

/** What is so, line by line. */
export function Facts({ rows }: { rows: readonly { label: string; value: string }[] }) {
  return (
    <dl class={styles.facts}>
      {rows.map(({ label, value }) => (
        <div key={label} class={styles.row}>
          <dt class={styles.label}>{label}</dt>
          <dd class={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
