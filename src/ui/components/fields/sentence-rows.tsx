import { Button, IconButton, IconClose16 } from '@create-figma-plugin/ui'
import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import styles from './sentence-rows.module.css'
import box from './text-box.module.css'
import { useFocusAfterRemoval } from './use-focus-after-removal.ts'

interface SentenceRowsProps {
  label: string
  hint: string
  placeholder: string
  addLabel: string
  sentences: readonly string[]
  onChange: (sentences: string[]) => void
}

/** Puts the cursor into a row that was just added. */
function useFocusOnNewRow(rows: RefObject<HTMLElement>, count: number): void {
  const before = useRef(count)
  useEffect(() => {
    if (count > before.current) [...(rows.current?.querySelectorAll('textarea') ?? [])].at(-1)?.focus()
    before.current = count
  }, [rows, count])
}

/** What was written, or pasted, as one line; the field shows the same. */
function inOneLine(field: HTMLTextAreaElement): string {
  const line = field.value.replaceAll(/\s*\n\s*/g, ' ')
  if (line !== field.value) field.value = line
  return line
}

/** A list of short texts, one a row; a long one wraps. */
export function SentenceRows({ label, hint, placeholder, addLabel, sentences, onChange }: SentenceRowsProps) {
  const { list, removing } = useFocusAfterRemoval<HTMLFieldSetElement>(sentences.length)
  useFocusOnNewRow(list, sentences.length)
  return (
    <fieldset ref={list} class={styles.rows}>
      <legend class={styles.legend}>{label}</legend>
      <p class={styles.hint}>{hint}</p>
      {sentences.map((sentence, index) => (
        <div key={index} class={styles.row}>
          <div class={styles.box}>
            <textarea
              class={`${box.text} ${box.growing} ${styles.text}`}
              rows={1}
              aria-label={`${label} ${index + 1}`}
              placeholder={placeholder}
              value={sentence}
              onInput={(event) => onChange(sentences.with(index, inOneLine(event.currentTarget)))}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault()
              }}
            />
          </div>
          <span class={styles.remove}>
            <IconButton
              data-remove
              aria-label={`Remove line ${index + 1} of ${label}`}
              title="Remove"
              onClick={() => {
                removing(index)
                onChange(sentences.filter((_, i) => i !== index))
              }}
            >
              <IconClose16 />
            </IconButton>
          </span>
        </div>
      ))}
      <Button data-add secondary onClick={() => onChange([...sentences, ''])}>
        {addLabel}
      </Button>
    </fieldset>
  )
}
