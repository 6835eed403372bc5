import type { ComponentChildren } from 'preact'
import styles from './tool-button.module.css'

interface ToolButtonProps {
  /** Spoken, and shown with its key on hover. */
  label: string
  /** The key that does the same; empty for none. */
  shortcut?: string
  /** Whether it is what is in use; null for what does something at once. */
  chosen?: boolean | null
  disabled?: boolean
  children: ComponentChildren
  onClick: () => void
}

/** A tool, or something to do, as a small picture. */
export function ToolButton({
  label,
  shortcut = '',
  chosen = null,
  disabled = false,
  children,
  onClick,
}: ToolButtonProps) {
  return (
    <button
      type="button"
      class={`${styles.button} ${chosen ? styles.chosen : ''}`}
      aria-label={label}
      title={shortcut === '' ? label : `${label} (${shortcut})`}
      disabled={disabled}
      {...(chosen === null ? {} : { 'aria-pressed': chosen })}
      onClick={onClick}
    >
      {children}
    </button>
  )
}
