import { FileButton } from '../../components/fields/file-button.tsx'
import { useFocusAfterRemoval } from '../../components/fields/use-focus-after-removal.ts'
import { Section } from '../../components/section.tsx'
import { modelOf } from '../../state/brief/planned.ts'
import { heldNode, targetOf } from '../../state/brief/target.ts'
import styles from '../screen.module.css'
import { useUi } from '../use-ui.ts'
import { CreateReferenceOffers } from './create-reference-offers.tsx'
import { CreateReferenceRows } from './create-reference-rows.tsx'

const ADD_FILES = 'Add, drop or paste pictures.'
const ADD_SELECTED = `Select layers on the canvas to add them. ${ADD_FILES}`
const ADD_PINNED = `${ADD_FILES} To add layers as references, keep the frame with the pin, then select them.`

/** The pictures sent along. */
export function CreateReferences() {
  const { state, actions } = useUi()
  const { references } = state.brief
  const limit = modelOf(state, state.brief)?.maxReferences
  const count = references.length > 0 ? `${references.length}${limit ? ` of ${limit}` : ''}` : ''
  const hint = heldNode(state) ? ADD_SELECTED : targetOf(state) ? ADD_PINNED : ADD_FILES
  const rows = references.length + state.uploads.length
  const { list, removing } = useFocusAfterRemoval<HTMLElement>(rows)
  return (
    <Section
      title="References"
      sectionRef={list}
      aside={
        <span class={styles.row}>
          <span class={styles.muted}>{count}</span>
          <FileButton label="Add picture files" onFiles={(files) => void actions.addFiles(files)} />
        </span>
      }
    >
      {rows === 0 && <p class={styles.muted}>{hint}</p>}
      <CreateReferenceRows onRemoving={removing} />
      <CreateReferenceOffers />
    </Section>
  )
}
