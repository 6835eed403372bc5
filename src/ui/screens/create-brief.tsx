import { useEffect, useRef } from 'preact/hooks'
import { Details } from '../components/details.tsx'
import { GrowingText } from '../components/growing-text.tsx'
import { SentenceRows } from '../components/sentence-rows.tsx'
import styles from './screen.module.css'
import { useUi } from './use-ui.ts'

const EXAMPLE =
  'What do you want to see? For example: a matte black desk lamp on walnut, warm morning light, space on the left for a headline'

/** What the designer wants, in their own words. */
export function CreateBrief() {
  const { state, dispatch } = useUi()
  const { idea, exactTexts, avoid } = state.brief
  const text = useRef<HTMLTextAreaElement>(null)
  useEffect(() => text.current?.focus({ preventScroll: true }), [])
  const written = [...exactTexts, ...avoid].filter((sentence) => sentence.trim() !== '').length
  return (
    <div class={styles.tight}>
      <GrowingText
        label="Brief"
        textRef={text}
        value={idea}
        placeholder={EXAMPLE}
        onInput={(value) => dispatch({ type: 'ideaWritten', idea: value })}
      />
      <Details
        title="More"
        summary={written > 0 ? `${written} written` : 'Words in the picture, avoid'}
        open={written > 0}
      >
        <SentenceRows
          label="Words in the picture"
          hint="Set letter by letter, each once."
          placeholder="Morning sale"
          addLabel="Add words"
          sentences={exactTexts}
          onChange={(sentences) => dispatch({ type: 'sentencesWritten', list: 'exactTexts', sentences })}
        />
        <SentenceRows
          label="Avoid"
          hint="What must not be in it."
          placeholder="people, text, busy background"
          addLabel="Add something to avoid"
          sentences={avoid}
          onChange={(sentences) => dispatch({ type: 'sentencesWritten', list: 'avoid', sentences })}
        />
      </Details>
    </div>
  )
}
