import type { Brief, BriefField } from './brief.ts'
import { MODES } from './mode.ts'
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

/**
 * The prompt for a brief: labelled lines, always in the same order, always the same for the same brief.
 * What the designer wrote stays as written.
 */
export function composePrompt(brief: Brief, plan: Pick<Plan, 'band'>): string {
  const field = (name: BriefField): string => brief.fields[name] ?? ''
  const use = written(field('use')) ? field('use') : MODES[brief.mode].use
  const described = FIELD_LINES.filter((line) => written(field(line.field)))
  return [
    `Use: ${use}`,
    `Idea: ${brief.idea}`,
    ...described.map((line) => `${line.label}: ${field(line.field)}`),
    ...textLines(brief.exactTexts),
    ...brief.references.map((reference, i) => `Image ${i + 1}: ${ROLES[reference.role].instruction}`),
    ...brief.keep.filter(written).map((text) => `Keep: ${text}`),
    ...brief.avoid.filter(written).map((text) => `Avoid: ${text}`),
    ...(plan.band ? [`Crop: ${bandSentence(plan.band)}`] : []),
  ].join('\n')
}
