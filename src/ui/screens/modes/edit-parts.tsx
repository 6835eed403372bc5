import { Notice } from '../../components/notice.tsx'
import { CreateReferences } from '../create/create-references.tsx'
import { CreateReplaced } from '../create/create-replaced.tsx'
import { useUi } from '../use-ui.ts'
import { EditMask } from './edit-mask.tsx'
import { EditOriginal } from './edit-original.tsx'
import { EditSending } from './edit-sending.tsx'
import { EditWords } from './edit-words.tsx'
import type { ModeProps } from './mode-props.ts'

/** A picture is changed where the designer says, and nowhere else. */
export function EditParts({ offer }: ModeProps) {
  const { state } = useUi()
  const { edit } = state.brief
  const plan = offer.job?.plan
  return (
    <>
      <EditOriginal />
      <CreateReplaced />
      <EditWords />
      {edit && <EditMask edit={edit} />}
      <CreateReferences />
      <EditSending job={offer.job} />
      {plan && !plan.withinLimits && (
        <Notice tone="warning">
          What is sent is larger than the model can draw, so what comes back is enlarged and less sharp than the rest. A
          smaller mask keeps its resolution.
        </Notice>
      )}
    </>
  )
}
