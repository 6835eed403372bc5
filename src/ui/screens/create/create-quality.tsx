import { type Model, offeredQualities, type Quality } from '#domain/models.ts'
import { stageRow, stageSchema } from '#domain/stage.ts'
import { SelectField } from '../../components/fields/select-field.tsx'
import { useUi } from '../use-ui.ts'

const LABELS: Record<Quality, string> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  xhigh: 'Extra high',
  max: 'Maximum',
}

/** For models with more qualities than there are stages. */
export function CreateQuality({ model }: { model: Model }) {
  const { state, dispatch } = useUi()
  const { stage, quality } = state.brief.render
  const offered = offeredQualities(model)
  if (offered.length <= stageSchema.options.length) return null
  const own = stageRow(stage).quality
  return (
    <SelectField
      label="Quality"
      options={offered.map((value) => ({
        value,
        label: value === own ? `${LABELS[value]} (as the stage)` : LABELS[value],
      }))}
      value={quality ?? own}
      onChange={(value) => {
        const chosen = offered.find((row) => row === value) ?? own
        dispatch({ type: 'qualityChosen', quality: chosen === own ? null : chosen })
      }}
    />
  )
}
