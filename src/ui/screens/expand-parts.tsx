import { MODES } from '#domain/mode.ts'
import { Notice } from '../components/notice.tsx'
import { planWarning } from '../state/plan-sentence.ts'
import { CreateReferences } from './create-references.tsx'
import { CreateRender } from './create-render.tsx'
import { CreateReplaced } from './create-replaced.tsx'
import { EditMatch } from './edit-match.tsx'
import { EditOriginal } from './edit-original.tsx'
import { ExpandFields } from './expand-fields.tsx'
import { IdeaText } from './idea-text.tsx'
import type { ModeProps } from './mode-props.ts'
import { useUi } from './use-ui.ts'

/** A picture is continued beyond its borders; its own pixels stay exactly where and as they are. */
export function ExpandParts({ offer }: ModeProps) {
  const { state } = useUi()
  const { edit } = state.brief
  const warning = offer.job && planWarning(offer.job.plan)
  return (
    <>
      <EditOriginal />
      {edit && <ExpandFields original={edit.original} />}
      {edit && <EditMatch edit={edit} />}
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
