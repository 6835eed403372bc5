import type { PlannedJob } from '#domain/plan-job.ts'
import { ChoiceRows } from '../../components/fields/choice-rows.tsx'
import { Section } from '../../components/section.tsx'
import { editPlanSentence, wholeOffer } from '../../state/brief/whole-offer.ts'
import { maskStatus } from '../../state/edits/mask-status.ts'
import { CreateRenderFields } from '../create/create-render-fields.tsx'
import { CreateStage } from '../create/create-stage.tsx'
import styles from '../screen.module.css'
import { useUi } from '../use-ui.ts'
import { EditMatch } from './edit-match.tsx'

/** What is sent, and at which price. */
export function EditSending({ job }: { job: PlannedJob | null }) {
  const { state, dispatch } = useUi()
  const { edit } = state.brief
  const offer = wholeOffer(state)
  const measuring = maskStatus(state).kind === 'measuring'
  const sentence = edit && job && !measuring ? editPlanSentence(job.plan, edit.canvas) : ''
  return (
    <Section title="Picture">
      <div class={styles.fields}>
        <CreateStage />
        <CreateRenderFields />
        {offer && edit && (
          <ChoiceRows
            label="What is sent"
            options={[
              { value: 'window', label: offer.window },
              { value: 'whole', label: offer.whole },
            ]}
            value={edit.whole ? 'whole' : 'window'}
            onChange={(value) => dispatch({ type: 'editChosen', edit: { whole: value === 'whole' } })}
          />
        )}
        <p class={styles.muted}>{sentence || '\u00a0'}</p>
        {edit && <EditMatch edit={edit} />}
      </div>
    </Section>
  )
}
