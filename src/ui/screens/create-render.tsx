import type { PlannedJob } from '#domain/plan-job.ts'
import { type Stage, stageSchema } from '#domain/stage.ts'
import { Section } from '../components/section.tsx'
import { Segmented } from '../components/segmented.tsx'
import { planSentence } from '../state/plan-sentence.ts'
import { CreateRenderFields } from './create-render-fields.tsx'
import styles from './screen.module.css'
import { useUi } from './use-ui.ts'

const STAGES: Record<Stage, { label: string; hint: string }> = {
  draft: { label: 'Draft', hint: 'Low quality: the cheapest way to try an idea' },
  review: { label: 'Review', hint: 'Medium quality: good enough to discuss' },
  final: { label: 'Final', hint: 'High quality: for the finished design' },
}
const OPTIONS = stageSchema.options.map((value) => ({ value, ...STAGES[value] }))

/** How the picture is made, and what comes of it. */
export function CreateRender({ job }: { job: PlannedJob | null }) {
  const { state, dispatch } = useUi()
  return (
    <Section title="Picture">
      <Segmented
        label="Stage"
        options={OPTIONS}
        value={state.brief.render.stage}
        onChange={(stage) => dispatch({ type: 'stageChosen', stage })}
      />
      <CreateRenderFields />
      <p class={styles.muted}>{job ? planSentence(job.plan) : '\u00a0'}</p>
    </Section>
  )
}
