import { VERBS, verbSchema } from '#domain/edits/verb.ts'
import { MODES } from '#domain/mode.ts'
import { SelectField } from '../../components/fields/select-field.tsx'
import { SentenceRows } from '../../components/fields/sentence-rows.tsx'
import { IdeaText } from '../create/idea-text.tsx'
import { MoreSentences } from '../results/more-sentences.tsx'
import styles from '../screen.module.css'
import { useUi } from '../use-ui.ts'

const VERB_OPTIONS = verbSchema.options.map((value) => ({ value, label: VERBS[value].label }))

/** What is to change, and what is to stay. */
export function EditWords() {
  const { state, dispatch } = useUi()
  const { edit, keep } = state.brief
  const verb = edit?.verb ?? state.editing.verb
  return (
    <div class={styles.fields}>
      <SelectField
        label="What to do"
        options={VERB_OPTIONS}
        value={verb}
        onChange={(value) => dispatch({ type: 'verbChosen', verb: verbSchema.parse(value) })}
      />
      <IdeaText label={MODES.edit.idea} placeholder={`For example: ${VERBS[verb].placeholder}`} rows={3} />
      <SentenceRows
        label="Keep"
        hint="What must stay as it is, said again with every edit."
        placeholder="the logo on the cup"
        addLabel="Add something to keep"
        sentences={keep}
        onChange={(sentences) => dispatch({ type: 'sentencesWritten', list: 'keep', sentences })}
      />
      <MoreSentences />
    </div>
  )
}
