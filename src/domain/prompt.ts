import type { Brief, BriefField } from './brief.ts'
import { type CutoutWay, DEFAULT_KEY } from './edits/cutout.ts'
import type { Edit } from './edits/edit.ts'
import { foregroundLines } from './edits/foreground-lines.ts'
import { VERBS } from './edits/verb.ts'
import { MODES, type Mode } from './mode.ts'
import { ROLES } from './reference.ts'
import type { Plan } from './size.ts'

const FIELD_LINES: { field: BriefField; label: string }[] = [
  { field: 'scene', label: 'Scene' },
  { field: 'subject', label: 'Subject' },
  { field: 'composition', label: 'Composition' },
  { field: 'light', label: 'Light' },
  { field: 'style', label: 'Style' },
]

const written = (text: string): boolean => text.trim() !== ''

/** Tells the model which part of the picture stays visible, for frames longer than the model can draw. */
function bandSentence(band: NonNullable<Plan['band']>): string {
  const [place, side] = band.axis === 'horizontal' ? ['horizontal', 'height'] : ['vertical', 'width']
  return `Only the ${place} band from ${Math.floor(band.from * 100)}% to ${Math.ceil(band.to * 100)}% of the ${side} stays visible; keep everything important inside it.`
}

function textLines(exactTexts: string[]): string[] {
  const texts = exactTexts.filter(written)
  if (texts.length === 0) return []
  return [
    ...texts.map((text) => `Text: "${text}" exactly once, spelled exactly like this`),
    'Text rule: no other text anywhere',
  ]
}

interface EditLines {
  task: string[]
  keep: readonly string[]
  rules: string[]
}

const CONTINUE = 'Continue the picture into the border around it, seamlessly, in the same perspective, light and style'
const PLACEHOLDER =
  'the border only mirrors the picture, as a placeholder; replace all of it with what would be seen there, and mirror nothing'
const BORDER = 'only the border, which is transparent in the mask; the picture inside it stays exactly as it is'

/** What is done to an original, what stays as it is, and where the change goes. */
const EDIT_LINES: Partial<Record<Mode, (edit: Edit) => EditLines>> = {
  edit: ({ verb, mask }) => ({
    task: [`Task: ${VERBS[verb].task}`],
    keep: VERBS[verb].keep,
    rules: [
      ...(mask ? ['Where: only inside the transparent part of the mask'] : []),
      'Rule: change nothing that is not named above',
    ],
  }),
  expand: () => ({ task: [`Task: ${CONTINUE}`], keep: [], rules: [`Border: ${PLACEHOLDER}`, `Where: ${BORDER}`] }),
}

function editLines({ mode, edit }: Brief): EditLines {
  const lines = edit && EDIT_LINES[mode]?.(edit)
  return lines ?? { task: [], keep: [], rules: [] }
}

/** What stays: as the designer says, else as the verb says by itself. */
function keepLines({ keep }: Brief, ofVerb: readonly string[]): string[] {
  const own = keep.filter(written)
  return (own.length > 0 ? own : ofVerb).map((text) => `Keep: ${text}`)
}

const CUTOUT_LINES: Record<CutoutWay, (key: string) => string> = {
  transparent: () => 'Backdrop: none, fully transparent; no shadow on the ground, no checkerboard',
  key: (key) =>
    `Backdrop: one flat even colour, ${key}, from edge to edge; no shadow, gradient, reflection or texture; nothing of the subject has this colour`,
}

/**
 * The prompt for a brief: labelled lines, always in the same order, always the same for the same brief.
 * What the designer wrote stays as written.
 */
export function composePrompt(
  brief: Brief,
  plan: Pick<Plan, 'band'> & Partial<Pick<Plan, 'window'>>,
  way: CutoutWay | null = null,
): string {
  const field = (name: BriefField): string => brief.fields[name] ?? ''
  const row = MODES[brief.mode]
  const use = written(field('use')) ? field('use') : row.use
  const described = FIELD_LINES.filter((line) => written(field(line.field)))
  const { task, keep, rules } = editLines(brief)
  const roles = [...(plan.window ? (['original'] as const) : []), ...brief.references.map(({ role }) => role)]
  return [
    `Use: ${use}`,
    ...task,
    ...(written(brief.idea) ? [`${row.idea}: ${brief.idea}`] : []),
    ...described.map((line) => `${line.label}: ${field(line.field)}`),
    ...textLines(brief.exactTexts),
    ...roles.map((role, i) => `Image ${i + 1}: ${ROLES[role].instruction}`),
    ...(brief.mode === 'background' ? foregroundLines(brief.foreground) : []),
    ...keepLines(brief, keep),
    ...brief.avoid.filter(written).map((text) => `Avoid: ${text}`),
    ...rules,
    ...(way ? [CUTOUT_LINES[way](brief.cutout?.key ?? DEFAULT_KEY)] : []),
    ...(plan.band ? [`Crop: ${bandSentence(plan.band)}`] : []),
  ].join('\n')
}
