import { Button } from '@create-figma-plugin/ui'
import { Notice } from '../../components/notice.tsx'
import { useUi } from '../use-ui.ts'

/** The way back to what was just taken away from an edit. */
export function EditUndo() {
  const { state, dispatch } = useUi()
  const { before } = state.editing
  if (!before) return null
  return (
    <Notice
      tone="plain"
      actions={
        <Button secondary onClick={() => dispatch({ type: 'removalUndone' })}>
          Undo
        </Button>
      }
    >
      {before.said}
    </Notice>
  )
}
