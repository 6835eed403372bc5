import { Details } from '../../components/details.tsx'
import { SentenceRows } from '../../components/fields/sentence-rows.tsx'
import { useUi } from '../use-ui.ts'

/** Words to set letter by letter, and what to avoid. */
export function MoreSentences() {
  const { state, dispatch } = useUi()
  const { exactTexts, avoid } = state.brief
  const written = [...exactTexts, ...avoid].filter((sentence) => sentence.trim() !== '').length
  return (
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
  )
}
