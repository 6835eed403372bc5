import { MODES } from '#domain/mode.ts'
import { Notice } from '../../components/notice.tsx'
import { planWarning } from '../../state/brief/plan-sentence.ts'
import { CreateReferences } from '../create/create-references.tsx'
import { CreateRender } from '../create/create-render.tsx'
import { CreateReplaced } from '../create/create-replaced.tsx'
import { IdeaText } from '../create/idea-text.tsx'
import { useUi } from '../use-ui.ts'
import { EditOriginal } from './edit-original.tsx'
import { ExpandFields } from './expand-fields.tsx'
import type { ModeProps } from './mode-props.ts'

/** A picture is continued beyond its borders; its own pixels stay exactly where and as they are. */
export function ExpandParts({ offer }: ModeProps) {
  const { state } = useUi()
  const { edit } = state.brief
  const warning = offer.job && planWarning(offer.job.plan)
  return (
    <>
      <EditOriginal />
      {edit && <ExpandFields edit={edit} />}
      <CreateReplaced />
      <IdeaText
        label={`${MODES.expand.idea} (optional)`}
        placeholder="What comes into view? For example: more of the wooden table, a window on the left"
        rows={3}
      />
      <CreateReferences />
      <CreateRender job={offer.job} />
      {warning && <Notice tone="warning">{warning}</Notice>}
    </>
  )
}
