import { ROLES, roleSchema } from '#domain/reference.ts'
import { FileButton } from '../components/file-button.tsx'
import { ReferenceRow } from '../components/reference-row.tsx'
import { Section } from '../components/section.tsx'
import { UploadRow } from '../components/upload-row.tsx'
import { sizeLabel } from '../state/frame-label.ts'
import { modelOf } from '../state/planned.ts'
import { targetOf } from '../state/target.ts'
import { CreateReferenceOffers } from './create-reference-offers.tsx'
import { ProxyImage } from './proxy-image.tsx'
import styles from './screen.module.css'
import { useUi } from './use-ui.ts'

const ROLE_OPTIONS = roleSchema.options.map((value) => ({ value, label: ROLES[value].label }))
const THUMBNAIL = 128
const ADD_FILES = 'Add, drop or paste pictures.'
const ADD_SELECTED = `Select layers on the canvas to add them. ${ADD_FILES}`
const ADD_PINNED = `${ADD_FILES} To add layers as references, keep the frame with the pin, then select them.`

/** The pictures sent along. */
export function CreateReferences() {
  const { state, dispatch, actions } = useUi()
  const { references } = state.brief
  const limit = modelOf(state, state.brief)?.maxReferences
  const count = references.length > 0 ? `${references.length}${limit ? ` of ${limit}` : ''}` : ''
  const hint = state.pinned ? ADD_SELECTED : targetOf(state) ? ADD_PINNED : ADD_FILES
  const empty = references.length + state.uploads.length === 0
  return (
    <Section
      title="References"
      aside={
        <span class={styles.row}>
          <span class={styles.muted}>{count}</span>
          <FileButton label="Add picture files" onFiles={(files) => void actions.addFiles(files)} />
        </span>
      }
    >
      {empty && <p class={styles.muted}>{hint}</p>}
      <ul class={styles.list}>
        {references.map((reference, index) => (
          <ReferenceRow
            key={reference.imageId}
            number={index + 1}
            name={reference.name || 'Picture'}
            size={sizeLabel(reference)}
            role={reference.role}
            roles={ROLE_OPTIONS}
            thumbnail={<ProxyImage id={reference.imageId} width={THUMBNAIL} alt={reference.name} />}
            first={index === 0}
            last={index === references.length - 1}
            onRole={(role) => dispatch({ type: 'roleChosen', index, role: roleSchema.parse(role) })}
            onMove={(by) => dispatch({ type: 'referenceMoved', index, by })}
            onRemove={() => dispatch({ type: 'referenceRemoved', index })}
          />
        ))}
        {state.uploads.map(({ key, name, failure }) => (
          <UploadRow
            key={key}
            name={name}
            problem={failure?.message ?? null}
            onDismiss={() => dispatch({ type: 'uploadDismissed', key })}
          />
        ))}
      </ul>
      <CreateReferenceOffers />
    </Section>
  )
}
