import { type Stage, stageSchema } from '#domain/stage.ts'
import { Segmented } from '../../components/fields/segmented.tsx'
import { useUi } from '../use-ui.ts'

const STAGES: Record<Stage, { label: string; hint: string }> = {
  draft: { label: 'Draft', hint: 'Low quality: the cheapest way to try an idea' },
  review: { label: 'Review', hint: 'Medium quality: good enough to discuss' },
  final: { label: 'Final', hint: 'High quality: for the finished design' },
}
const OPTIONS = stageSchema.options.map((value) => ({ value, ...STAGES[value] }))

/** How far along the picture is meant to be. */
export function CreateStage() {
  const { state, dispatch } = useUi()
  return (
    <Segmented
      label="Stage"
      options={OPTIONS}
      value={state.brief.render.stage}
      onChange={(stage) => dispatch({ type: 'stageChosen', stage })}
    />
  )
}
