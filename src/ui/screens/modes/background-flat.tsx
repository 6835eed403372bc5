import { Button } from '@create-figma-plugin/ui'
import type { NodeSnapshot } from '#contract/plugin-wire.ts'
import { Notice } from '../../components/notice.tsx'
import { useUi } from '../use-ui.ts'

/** What a new background means for a picture that has everything in one, and the way to keep its product. */
export function BackgroundFlat({ node }: { node: NodeSnapshot }) {
  const { state, actions } = useUi()
  const { protecting, reading } = state.editing
  return (
    <Notice
      tone="plain"
      actions={
        <Button
          secondary
          loading={protecting}
          disabled={reading !== null && !protecting}
          onClick={() => void actions.protectProduct(node)}
        >
          Protect the product
        </Button>
      }
    >
      This is one flat picture: a new background takes the place of all of it. To keep the product, edit everything
      except it.
    </Notice>
  )
}
