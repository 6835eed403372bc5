import type { ComponentChildren } from 'preact'
import styles from './job-frame.module.css'

interface JobFrameProps {
  title: string
  subtitle: string
  price: string
  children: ComponentChildren
}

/** One job in the list, whatever state it is in. */
export function JobFrame({ title, subtitle, price, children }: JobFrameProps) {
  return (
    <article class={styles.job} aria-label={title}>
      <h2 class={styles.title} title={title}>
        {title}
      </h2>
      <div class={styles.facts}>
        <span>{subtitle}</span>
        <span class={styles.price}>{price}</span>
      </div>
      <div class={styles.body}>{children}</div>
    </article>
  )
}
