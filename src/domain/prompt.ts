import type { Brief, BriefField } from './brief.ts'
import { type CutoutWay, DEFAULT_KEY } from './cutout.ts'
import { isExpanded } from './edit.ts'
import type { Foreground } from './foreground.ts'
import { MODES } from './mode.ts'
import { ROLES } from './reference.ts'
import type { Plan } from './size.ts'
import { VERBS } from './verb.ts'

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

const percent = (from: number, length: number): string =>
  `${Math.round(from * 100)}–${Math.round((from + length) * 100)}%`

/** Says what stands in front of a new background, and where. */
function foregroundLine({ name, text, box }: Foreground): string {
  const what = text ? `the text "${text}"` : `“${name}”`
  return `In front: ${what}, at ${percent(box.x, box.width)} of the width and ${percent(box.y, box.height)} of the height`
}

/** What an edit is to do, and where. */
function editLines({ mode, edit }: Brief): { task: string[]; rules: string[] } {
  if (!edit || MODES[mode].from !== 'original') return { task: [], rules: [] }
  if (isExpanded(edit)) {
    return {
      task: ['Task: Continue the picture into its empty border, seamlessly, in the same perspective, light and style'],
      rules: [
        'Where: only the empty border, which is transparent in the mask; the picture inside it stays exactly as it is',
      ],
    }
  }
  const where = edit.mask ? ['Where: only inside the transparent part of the mask'] : []
  return { task: [`Task: ${VERBS[edit.verb].task}`], rules: [...where, 'Rule: change nothing that is not named above'] }
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
  const { task, rules } = editLines(brief)
  const roles = [...(plan.window ? (['original'] as const) : []), ...brief.references.map(({ role }) => role)]
  return [
    `Use: ${use}`,
    ...task,
    ...(written(brief.idea) ? [`${row.idea}: ${brief.idea}`] : []),
    ...described.map((line) => `${line.label}: ${field(line.field)}`),
    ...textLines(brief.exactTexts),
    ...roles.map((role, i) => `Image ${i + 1}: ${ROLES[role].instruction}`),
    ...(brief.mode === 'background' ? brief.foreground.map(foregroundLine) : []),
    ...brief.keep.filter(written).map((text) => `Keep: ${text}`),
    ...brief.avoid.filter(written).map((text) => `Avoid: ${text}`),
    ...rules,
    ...(way ? [CUTOUT_LINES[way](brief.cutout?.key ?? DEFAULT_KEY)] : []),
    ...(plan.band ? [`Crop: ${bandSentence(plan.band)}`] : []),
  ].join('\n')
}
