import { MODES, modeSchema } from '#domain/mode.ts'
import { Segmented } from '../../components/fields/segmented.tsx'
import { useUi } from '../use-ui.ts'

const OPTIONS = modeSchema.options.map((value) => ({ value, label: MODES[value].label }))

/** What the brief sets out to do. */
export function CreateModes() {
  const { state, dispatch } = useUi()
  return (
    <Segmented
      label="Mode"
      fit
      options={OPTIONS}
      value={state.brief.mode}
      onChange={(mode) => dispatch({ type: 'modeChosen', mode })}
    />
  )
}
