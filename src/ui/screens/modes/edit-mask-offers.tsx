import { Button } from '@create-figma-plugin/ui'
import type { Original } from '#domain/edits/edit.ts'
import { maskLayers } from '../../state/edits/edit-offers.ts'
import styles from '../screen.module.css'
import { useUi } from '../use-ui.ts'

const HINT = 'Select vectors, shapes, texts or frames that lie over the picture to use them as its mask.'
const UNKNOWN = 'To add layers to the mask, choose the picture again: its layer is not known any more.'

/** What else the mask can be made of: selected layers, and the picture’s own transparency. */
export function EditMaskOffers({ original }: { original: Original }) {
  const { state, dispatch, actions } = useUi()
  const { parts, node } = state.editing
  const layers = maskLayers(state)
  const [first] = layers
  const hasAlpha = state.measures[original.imageId]?.hasAlpha && !parts.some(({ kind }) => kind === 'alpha')
  const what = layers.length === 1 ? `“${first?.name}”` : `${layers.length} selected layers`
  return (
    <>
      {hasAlpha && (
        <Button secondary onClick={() => dispatch({ type: 'maskPartAdded', part: { kind: 'alpha', side: 'outside' } })}>
          Use its transparency
        </Button>
      )}
      {first && node && (
        <Button secondary onClick={() => void actions.addMaskLayers(layers)}>
          {`Add ${what}`}
        </Button>
      )}
      {first && !node && <p class={styles.muted}>{UNKNOWN}</p>}
      {!first && parts.length === 0 && <p class={styles.muted}>{HINT}</p>}
    </>
  )
}
