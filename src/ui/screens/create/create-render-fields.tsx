import { BACKGROUNDS, type Render } from '#domain/brief.ts'
import { imageFormatSchema } from '#domain/image.ts'
import { type Model, modelIdSchema } from '#domain/models.ts'
import { SelectField } from '../../components/fields/select-field.tsx'
import { modelOf, modelsOf } from '../../state/brief/planned.ts'
import { renderFieldsOf } from '../../state/brief/render-fields.ts'
import { resolutionOptions, resolutionValue } from '../../state/brief/resolution-options.ts'
import { targetOf } from '../../state/brief/target.ts'
import styles from '../screen.module.css'
import { useUi } from '../use-ui.ts'
import { CreateQuality } from './create-quality.tsx'

const BACKGROUND_LABELS = { auto: 'Automatic', opaque: 'Opaque', transparent: 'Transparent' } as const
const FORMAT_LABELS = { png: 'PNG', jpeg: 'JPEG', webp: 'WEBP' } as const

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => ({ value: String(from + i), label: String(from + i) }))
const previews = (most: number) =>
  numbers(0, most).map((row) => ({ ...row, label: row.value === '0' ? 'None' : row.label }))

/** The settings the chosen model has, and no others. */
export function CreateRenderFields() {
  const { state, dispatch } = useUi()
  const { render, mode } = state.brief
  const fields = renderFieldsOf(mode)
  const choose = (chosen: Partial<Omit<Render, 'stage' | 'quality'>>) =>
    dispatch({ type: 'renderChosen', render: chosen })
  const offered = modelsOf(state)
  const model: Model | undefined = modelOf(state, state.brief) ?? offered[0]
  if (!model) return null
  const models = offered.map(({ id, label }) => ({ value: String(id), label }))
  const known = models.some((row) => row.value === render.model)
  const resolutions = resolutionOptions(targetOf(state), model, render.stage, render.target)
  return (
    <div class={styles.fields}>
      <div class={styles.pair}>
        <SelectField
          label="Pictures"
          options={numbers(1, model.maxCount)}
          value={String(render.count)}
          onChange={(value) => choose({ count: Number(value) })}
        />
        {fields.resolution && (
          <SelectField
            label="Resolution"
            options={resolutions}
            value={resolutionValue(render.target)}
            onChange={(value) => {
              const row = resolutions.find((option) => option.value === value)
              if (row) choose({ target: row.target })
            }}
          />
        )}
        {fields.format && (
          <SelectField
            label="Format"
            options={model.formats.map((value) => ({ value, label: FORMAT_LABELS[value] }))}
            value={render.format}
            onChange={(value) => choose({ format: imageFormatSchema.parse(value) })}
          />
        )}
        {model.maxPartialImages > 0 && (
          <SelectField
            label="Previews"
            options={previews(model.maxPartialImages)}
            value={String(render.partialImages)}
            onChange={(value) => choose({ partialImages: Number(value) })}
          />
        )}
      </div>
      <CreateQuality model={model} />
      {fields.background && model.backgrounds.includes('transparent') && (
        <SelectField
          label="Background"
          options={model.backgrounds.map((value) => ({ value, label: BACKGROUND_LABELS[value] }))}
          value={render.background}
          onChange={(value) => choose({ background: BACKGROUNDS.find((row) => row === value) ?? 'auto' })}
        />
      )}
      <SelectField
        label="Model"
        options={known ? models : [{ value: render.model, label: `${render.model} (not offered)` }, ...models]}
        value={render.model}
        onChange={(value) => choose({ model: modelIdSchema.parse(value) })}
      />
    </div>
  )
}
