import type { ComponentChildren } from 'preact'
import styles from './empty-state.module.css'

interface EmptyStateProps {
  icon: ComponentChildren
  title: string
  children: ComponentChildren
}

/** What to do where there is nothing yet. */
export function EmptyState({ icon, title, children }: EmptyStateProps) {
  return (
    <div class={styles.empty}>
      <span class={styles.icon}>{icon}</span>
      <div class={styles.title}>{title}</div>
      <div class={styles.text}>{children}</div>
    </div>
  )
}
