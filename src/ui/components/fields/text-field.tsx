import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import box from './text-box.module.css'
import styles from './text-field.module.css'

interface TextFieldProps {
  label: string
  value: string
  placeholder: string
  /** True where nobody is to read it over a shoulder. */
  concealed?: boolean
  onInput: (value: string) => void
  onEnter?: () => void
  /** A button at the end of the line. */
  children?: ComponentChildren
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { label, value, placeholder, concealed = false, onInput, onEnter, children } = props
  const id = useId()
  return (
    <div>
      <label class={styles.label} for={id}>
        {label}
      </label>
      <div class={styles.row}>
        <input
          id={id}
          class={`${box.text} ${styles.text}`}
          type={concealed ? 'password' : 'text'}
          autocomplete="off"
          spellcheck={!concealed}
          value={value}
          placeholder={placeholder}
          onInput={(event) => onInput(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && onEnter?.()}
        />
        {children}
      </div>
    </div>
  )
}
