import { Button } from '@create-figma-plugin/ui'
import { Notice } from '../../components/notice.tsx'
import { useUi } from '../use-ui.ts'

/** Why something of an edit could not be read, beside what it is about. `of`: the mask, or all else. */
export function EditFailure({ of }: { of: 'mask' | 'rest' }) {
  const { state, dispatch } = useUi()
  const { failure } = state.editing
  if (!failure) return null
  if (failure.code.startsWith('mask_') !== (of === 'mask')) return null
  return (
    <Notice
      tone="danger"
      actions={
        <Button secondary onClick={() => dispatch({ type: 'editFailureDismissed' })}>
          Dismiss
        </Button>
      }
    >
      {failure.message}
    </Notice>
  )
}
