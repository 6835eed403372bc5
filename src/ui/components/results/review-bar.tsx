import { Button } from '@create-figma-plugin/ui'
import { GrowingText } from '../fields/growing-text.tsx'
import styles from './review-bar.module.css'

export interface ReviewStep {
  id: string
  label: string
  hint: string
  enabled: boolean
}

interface ReviewBarProps {
  /** “Approved by Ann · 5 min ago” */
  standing: string
  /** “Last rejected by Ann · 5 min ago: too dark” */
  rejected: string | null
  /** The step under way; null when none. */
  busy: string | null
  note: string
  steps: readonly ReviewStep[]
  /** How the last step went; null before. */
  said: string | null
  onNote: (note: string) => void
  onStep: (id: string) => void
}

/** What a reviewer can say of a picture on the canvas. */
export function ReviewBar({ standing, rejected, busy, note, steps, said, onNote, onStep }: ReviewBarProps) {
  return (
    <section class={styles.review} aria-label="Review">
      <p class={styles.standing}>{standing}</p>
      {rejected !== null && <p class={styles.rejected}>{rejected}</p>}
      <GrowingText label="Note" value={note} placeholder="What should the others know?" rows={1} onInput={onNote} />
      <div class={styles.steps}>
        {steps.map((step) => (
          <Button
            key={step.id}
            secondary
            title={step.hint}
            loading={busy === step.id}
            disabled={!step.enabled || (busy !== null && busy !== step.id)}
            onClick={(event) => {
              if (event.detail <= 1) onStep(step.id)
            }}
          >
            {step.label}
          </Button>
        ))}
      </div>
      {said !== null && <p class={styles.said}>{said}</p>}
    </section>
  )
}
