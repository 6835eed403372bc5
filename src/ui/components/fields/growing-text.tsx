import type { Ref } from 'preact'
import { useId } from 'preact/hooks'
import styles from './growing-text.module.css'
import box from './text-box.module.css'

interface GrowingTextProps {
  label: string
  value: string
  placeholder: string
  /** Lines shown when empty. */
  rows?: number
  textRef?: Ref<HTMLTextAreaElement>
  onInput: (value: string) => void
}

/** Text of any length, in a box that grows with it. */
export function GrowingText({ label, value, placeholder, rows = 4, textRef, onInput }: GrowingTextProps) {
  const id = useId()
  return (
    <div>
      <label class={styles.label} for={id}>
        {label}
      </label>
      <textarea
        id={id}
        {...(textRef ? { ref: textRef } : {})}
        class={`${box.text} ${box.growing} ${styles.text}`}
        rows={rows}
        style={{ minHeight: `${rows * 16 + 16}px` }}
        value={value}
        placeholder={placeholder}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </div>
  )
}
