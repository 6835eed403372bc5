import type { PlannedJob } from '#domain/plan-job.ts'
import { Section } from '../../components/section.tsx'
import { planSentence } from '../../state/brief/plan-sentence.ts'
import styles from '../screen.module.css'
import { CreateRenderFields } from './create-render-fields.tsx'
import { CreateStage } from './create-stage.tsx'

/** How the picture is made, and what comes of it. */
export function CreateRender({ job }: { job: PlannedJob | null }) {
  return (
    <Section title="Picture">
      <div class={styles.fields}>
        <CreateStage />
        <CreateRenderFields />
        <p class={styles.muted}>{job ? planSentence(job.plan) : '\u00a0'}</p>
      </div>
    </Section>
  )
}
