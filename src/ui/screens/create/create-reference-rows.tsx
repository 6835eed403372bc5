import { MODES } from '#domain/mode.ts'
import { type Reference, ROLES, roleSchema } from '#domain/reference.ts'
import { referenceWarnings } from '#domain/reference-warnings.ts'
import { ReferenceRow } from '../../components/create/reference-row.tsx'
import { UploadRow } from '../../components/create/upload-row.tsx'
import { sizeLabel } from '../../state/brief/frame-label.ts'
import { ProxyImage } from '../proxy-image.tsx'
import { useMeasures } from '../results/use-measures.ts'
import styles from '../screen.module.css'
import { useUi } from '../use-ui.ts'

const ROLE_OPTIONS = roleSchema.options
  .filter((value) => ROLES[value].chosen)
  .map((value) => ({ value, label: ROLES[value].label }))
const THUMBNAIL = 128

/** The references of the brief, then those on their way to it. `onRemoving`: told a row's index right before it goes. */
export function CreateReferenceRows({ onRemoving }: { onRemoving: (index: number) => void }) {
  const { state, dispatch } = useUi()
  const { references, mode, edit } = state.brief
  // The picture that is edited is the first one the prompt names.
  const before = edit && MODES[mode].from === 'original' ? 1 : 0
  useMeasures(references)
  const warningsOf = (reference: Reference): string[] => {
    const measures = state.measures[reference.imageId]
    return measures ? referenceWarnings(reference, measures) : []
  }
  return (
    <ul class={styles.list}>
      {references.map((reference, index) => (
        <ReferenceRow
          key={reference.imageId}
          number={index + 1 + before}
          name={reference.name || 'Picture'}
          size={sizeLabel(reference)}
          role={reference.role}
          roles={ROLE_OPTIONS}
          warnings={warningsOf(reference)}
          thumbnail={<ProxyImage id={reference.imageId} width={THUMBNAIL} alt={reference.name} />}
          first={index === 0}
          last={index === references.length - 1}
          onRole={(role) => dispatch({ type: 'roleChosen', index, role: roleSchema.parse(role) })}
          onMove={(by) => dispatch({ type: 'referenceMoved', index, by })}
          onRemove={() => {
            onRemoving(index)
            dispatch({ type: 'referenceRemoved', index })
          }}
        />
      ))}
      {state.uploads.map(({ key, name, failure }) => (
        <UploadRow
          key={key}
          name={name}
          problem={failure?.message ?? null}
          onDismiss={() => {
            onRemoving(references.length)
            dispatch({ type: 'uploadDismissed', key })
          }}
        />
      ))}
    </ul>
  )
}
