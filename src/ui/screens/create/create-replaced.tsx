import { Button } from '@create-figma-plugin/ui'
import { Notice } from '../../components/notice.tsx'
import { useUi } from '../use-ui.ts'

const LONGEST = 80

/** The way back to a brief that another one took the place of; the two change places. */
export function CreateReplaced() {
  const { state, dispatch } = useUi()
  const { replaced } = state
  if (!replaced) return null
  const idea = replaced.idea.length > LONGEST ? `${replaced.idea.slice(0, LONGEST).trimEnd()} …` : replaced.idea
  return (
    <Notice
      tone="plain"
      actions={
        <>
          <Button secondary onClick={() => dispatch({ type: 'briefReplaced', brief: replaced })}>
            Bring it back
          </Button>
          <Button secondary onClick={() => dispatch({ type: 'replacedDismissed' })}>
            Dismiss
          </Button>
        </>
      }
    >
      The brief you were writing is kept: “{idea}”
    </Notice>
  )
}
