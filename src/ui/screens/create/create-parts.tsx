import { Notice } from '../../components/notice.tsx'
import { frameWarning, planWarning } from '../../state/brief/plan-sentence.ts'
import type { ModeProps } from '../modes/mode-props.ts'
import { CreateBrief } from './create-brief.tsx'
import { CreateReferences } from './create-references.tsx'
import { CreateRender } from './create-render.tsx'
import { CreateReplaced } from './create-replaced.tsx'
import { CreateTarget } from './create-target.tsx'

/** A picture from words and references. */
export function CreateParts({ offer }: ModeProps) {
  const ofFrame = offer.job && frameWarning(offer.job.plan)
  const ofPlan = offer.job && planWarning(offer.job.plan)
  return (
    <>
      <CreateTarget />
      {ofFrame && <Notice tone="warning">{ofFrame}</Notice>}
      <CreateReplaced />
      <CreateBrief />
      <CreateReferences />
      <CreateRender job={offer.job} />
      {ofPlan && <Notice tone="warning">{ofPlan}</Notice>}
    </>
  )
}
