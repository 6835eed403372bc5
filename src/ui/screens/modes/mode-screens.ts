import type { Mode } from '#domain/mode.ts'
import { CreateParts } from '../create/create-parts.tsx'
import { BackgroundParts } from './background-parts.tsx'
import { CutoutParts } from './cutout-parts.tsx'
import { EditParts } from './edit-parts.tsx'
import { ExpandParts } from './expand-parts.tsx'
import type { ModeProps } from './mode-props.ts'

/** What is written and chosen in each mode, between the mode’s name and the final prompt. */
export const MODE_SCREENS: Record<Mode, (props: ModeProps) => preact.JSX.Element> = {
  create: CreateParts,
  edit: EditParts,
  background: BackgroundParts,
  expand: ExpandParts,
  cutout: CutoutParts,
}
