import { Button } from '@create-figma-plugin/ui'
import { useEffect, useRef } from 'preact/hooks'
import type { Original } from '#domain/edits/edit.ts'
import { RangeField } from '../../components/fields/range-field.tsx'
import { WindowDialog } from '../../components/window-dialog.tsx'
import { brushToSlider, sliderToBrush } from '../../state/edits/brush-scale.ts'
import type { DrawingTool } from '../../state/edits/edit-state.ts'
import { counts } from '../../state/edits/mask-part.ts'
import { useUi } from '../use-ui.ts'
import { MaskCanvas } from './mask-canvas.tsx'
import { maskCommands } from './mask-commands.ts'
import styles from './mask-editor.module.css'
import { MaskToolbar } from './mask-toolbar.tsx'
import { useMaskShortcuts } from './use-mask-shortcuts.ts'
import { useMaskView } from './use-mask-view.ts'

const HINTS: Record<DrawingTool, string> = {
  brush: 'Ends sharply at its rim.',
  rectangle: 'Drag from one corner to the other.',
  lasso: 'Drag round what may change.',
}
const SOFT = 'Its rim counts from half strength on, as shown; going over it again widens it.'

/** Drawing the mask by hand, over the whole window. Esc closes it and keeps what was drawn. */
export function MaskEditor({ original }: { original: Original }) {
  const { state, dispatch } = useUi()
  const last = state.editing.parts.at(-1)
  const drawn = last?.kind === 'drawing' && counts(last)
  const dialog = useRef<HTMLDialogElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const seen = useMaskView(box, original)
  const { panning, onKeyDown, onKeyUp } = useMaskShortcuts(original, seen)
  useEffect(() => {
    if (!box.current) return
    // The surface has keys of its own.
    box.current.tabIndex = 0
    box.current.focus()
  }, [])
  return (
    <WindowDialog
      dialog={dialog}
      label="Draw the mask"
      title="Draw over what may change"
      buttons={
        <>
          <Button secondary disabled={!drawn} onClick={maskCommands(dispatch).clear}>
            Clear
          </Button>
          <Button onClick={() => dialog.current?.close()}>Done</Button>
        </>
      }
      onClose={() => dispatch({ type: 'drawingClosed' })}
      onKeyDown={onKeyDown}
      onKeyUp={onKeyUp}
    >
      <MaskToolbar seen={seen} />
      <MaskCanvas original={original} box={box} seen={seen} panning={panning} />
      <MaskBrush original={original} />
    </WindowDialog>
  )
}

/** How large and how soft the brush is; the place stays when another tool is in use, so that the picture does not jump. */
function MaskBrush({ original }: { original: Original }) {
  const { state, dispatch } = useUi()
  const { tool, size, hardness } = state.editing.tools
  const { choose } = maskCommands(dispatch)
  const brush = tool === 'brush'
  return (
    <div class={styles.foot}>
      <div class={`${styles.sliders} ${brush ? '' : styles.away}`}>
        <RangeField
          label="Size"
          shown={`${size} px`}
          min={0}
          max={100}
          step={1}
          value={brushToSlider(size, original)}
          onChange={(value) => choose({ size: sliderToBrush(value, original) })}
        />
        <RangeField
          label="Hardness"
          shown={`${Math.round(hardness * 100)} %`}
          min={0}
          max={100}
          step={5}
          value={Math.round(hardness * 100)}
          onChange={(value) => choose({ hardness: value / 100 })}
        />
      </div>
      <p class={styles.hint}>{brush && hardness < 1 ? SOFT : HINTS[tool]}</p>
    </div>
  )
}
