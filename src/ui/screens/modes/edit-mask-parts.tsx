import { MaskPartRow } from '../../components/create/mask-part-row.tsx'
import { countedOps, type MaskPart, type MaskSide } from '../../state/edits/mask-part.ts'
import styles from '../screen.module.css'
import { useUi } from '../use-ui.ts'

const SIDES: Record<MaskPart['kind'], Record<MaskSide, string>> = {
  layers: { inside: 'Inside may change', outside: 'All except may change' },
  alpha: { inside: 'The subject may change', outside: 'Around it may change' },
  saved: { inside: 'As it was', outside: 'The other way round' },
  drawing: { inside: '', outside: '' },
}

function nameOf(part: MaskPart, gone: readonly string[]): string {
  if (part.kind === 'drawing') {
    const steps = countedOps(part.ops).length
    return `Drawn by hand, ${steps} ${steps === 1 ? 'step' : 'steps'}`
  }
  if (part.kind === 'alpha') return 'Its transparency'
  if (part.kind === 'saved') return 'Saved mask'
  const names = part.layers.map(({ name, nodeId }) => `“${name}”${gone.includes(nodeId) ? ' (deleted)' : ''}`)
  return names.length > 1 ? `${names.length} layers: ${names.join(', ')}` : names.join('')
}

/** What the mask is made of, first things first. `onRemoving`: told a row’s index right before it goes. */
export function EditMaskParts({
  parts,
  onRemoving,
}: {
  parts: readonly MaskPart[]
  onRemoving: (index: number) => void
}) {
  const { state, dispatch, actions } = useUi()
  if (parts.length === 0) return null
  return (
    <ul class={styles.list} aria-label="Parts of the mask">
      {parts.map((part, index) => (
        <MaskPartRow
          key={part.key}
          name={nameOf(part, state.editing.gone)}
          sides={[
            { value: 'inside', label: SIDES[part.kind].inside },
            { value: 'outside', label: SIDES[part.kind].outside },
          ]}
          side={part.kind === 'drawing' ? null : part.side}
          onSide={(side) =>
            dispatch({ type: 'maskSideChosen', key: part.key, side: side === 'outside' ? 'outside' : 'inside' })
          }
          onReadAgain={part.kind === 'layers' ? () => void actions.readMaskLayersAgain(part) : null}
          onRemove={() => {
            onRemoving(index)
            dispatch({ type: 'maskPartRemoved', key: part.key })
          }}
        />
      ))}
    </ul>
  )
}
