import { Checkbox } from '@create-figma-plugin/ui'
import type { Edit } from '#domain/edits/edit.ts'
import { ColourField } from '../../components/fields/colour-field.tsx'
import { useMeasures } from '../results/use-measures.ts'
import styles from '../screen.module.css'
import { useUi } from '../use-ui.ts'

/** How the result is put back into the picture, and what the model sees where the picture is transparent. */
export function EditMatch({ edit }: { edit: Edit }) {
  const { state, dispatch } = useUi()
  const { original, mask, match, matte } = edit
  useMeasures([original])
  const pasted = mask !== null || state.brief.mode === 'expand'
  const hasAlpha = state.measures[original.imageId]?.hasAlpha ?? false
  if (!pasted && !hasAlpha) return null
  return (
    <div class={styles.fields}>
      {pasted && (
        <Checkbox value={match} onValueChange={(chosen) => dispatch({ type: 'editChosen', edit: { match: chosen } })}>
          <span class={styles.beside}>Match colours to the surroundings along the edge</span>
        </Checkbox>
      )}
      {hasAlpha && (
        <ColourField
          label="Shown to the model under transparent parts"
          value={matte}
          onChange={(colour) => dispatch({ type: 'editChosen', edit: { matte: colour } })}
        />
      )}
    </div>
  )
}
