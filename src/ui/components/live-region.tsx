import styles from './only-spoken.module.css'

/** Says what happened to people who do not see it. */
export function LiveRegion({ text }: { text: string }) {
  return (
    <div class={styles.spoken} role="status" aria-live="polite">
      {text}
    </div>
  )
}
