import styles from './live-region.module.css'

/** Says what happened to people who do not see it. */
export function LiveRegion({ text }: { text: string }) {
  return (
    <div class={styles.hidden} role="status" aria-live="polite">
      {text}
    </div>
  )
}
