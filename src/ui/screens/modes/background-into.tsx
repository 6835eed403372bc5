import type { NodeSnapshot } from '#contract/plugin-wire.ts'
import { SelectField } from '../../components/fields/select-field.tsx'
import { backdropCandidates } from '../../state/edits/backdrop-layers.ts'
import { useUi } from '../use-ui.ts'

/** Which layer of the frame shows the new background. */
export function BackgroundInto({ frame }: { frame: NodeSnapshot }) {
  const { state, actions } = useUi()
  const { backdrop } = state
  const layers = backdrop ? backdropCandidates(backdrop.layers) : []
  const own = frame.type === 'FRAME' || frame.canHoldLayers ? 'The frame’s own fill' : 'The layer’s own fill'
  return (
    <SelectField
      label="Goes into"
      options={[{ value: frame.id, label: own }, ...layers.map(({ id, name }) => ({ value: id, label: name }))]}
      value={(backdrop?.reading && backdrop.wanted) || (backdrop?.into?.id ?? backdrop?.wanted ?? frame.id)}
      onChange={(id) => void actions.readBackdrop(frame, id)}
    />
  )
}
