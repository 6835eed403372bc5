import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BRIEF_FIELDS, type Brief } from '#domain/brief.ts'
import { DEFAULT_KEY } from '#domain/edits/cutout.ts'
import type { Edit } from '#domain/edits/edit.ts'
import { VERBS, verbSchema } from '#domain/edits/verb.ts'
import { findModel } from '#domain/models.ts'
import { planJob } from '#domain/plan-job.ts'
import { composePrompt } from '#domain/prompt.ts'
import { ROLES, type Role } from '#domain/reference.ts'
import { sampleBrief } from '#support/sample-brief.ts'
import { sampleEdit } from '#support/sample-edit.ts'

const noBand = { band: null }
const reference = (role: Role) => ({ imageId: 'a'.repeat(64), role, width: 10, height: 10, name: 'a.png' })

describe('composePrompt', () => {
  test('writes labelled lines in the order of the prompting rules', () => {
    const brief = sampleBrief({
      idea: 'A lamp',
      fields: { style: 'film', light: 'warm', composition: 'left', subject: 'lamp', scene: 'office', use: 'Hero' },
      exactTexts: ['QUIET "POWER"'],
      references: [reference('subject'), reference('style')],
      keep: ['the cable'],
      avoid: ['people'],
    })
    expect(composePrompt(brief, noBand).split('\n')).toEqual([
      'Use: Hero',
      'Idea: A lamp',
      'Scene: office',
      'Subject: lamp',
      'Composition: left',
      'Light: warm',
      'Style: film',
      'Text: "QUIET "POWER"" exactly once, spelled exactly like this',
      'Text rule: no other text anywhere',
      `Image 1: ${ROLES.subject.instruction}`,
      `Image 2: ${ROLES.style.instruction}`,
      'Keep: the cable',
      'Avoid: people',
    ])
  })

  test('leaves empty lines out', () => {
    const prompt = composePrompt(sampleBrief({ idea: 'A lamp', exactTexts: ['  '], avoid: [''] }), noBand)
    expect(prompt.split('\n')).toEqual(['Use: Picture for a design layout', 'Idea: A lamp'])
  })

  test('names the band that stays visible', () => {
    const prompt = composePrompt(sampleBrief(), { band: { axis: 'horizontal', from: 0.275, to: 0.725 } })
    expect(prompt).toContain('Only the horizontal band from 27% to 73% of the height stays visible')
    const hair = composePrompt(sampleBrief(), { band: { axis: 'vertical', from: 0.499, to: 0.501 } })
    expect(hair).toContain('from 49% to 51% of the width')
  })

  test('keeps every sentence as it was written, and is the same for the same brief', () => {
    const sentence = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter((text) => text.trim() !== '')
    fc.assert(
      fc.property(
        sentence,
        fc.dictionary(fc.constantFrom(...BRIEF_FIELDS), sentence),
        fc.array(sentence, { maxLength: 3 }),
        fc.array(sentence, { maxLength: 3 }),
        (idea, fields, exactTexts, avoid) => {
          const brief = sampleBrief({ idea, fields, exactTexts, avoid })
          const prompt = composePrompt(brief, noBand)
          expect(composePrompt(structuredClone(brief), noBand)).toBe(prompt)
          for (const text of [idea, ...Object.values(fields), ...avoid]) expect(prompt).toContain(`: ${text}`)
          for (const text of exactTexts) expect(prompt).toContain(`"${text}"`)
        },
      ),
    )
  })
})

const box = { x: 0, y: 0, width: 10, height: 10 }
const mask = { imageId: 'c'.repeat(64), box }
const windowed = { band: null, window: box }
const linesOf = (...[brief, plan, way]: Parameters<typeof composePrompt>) => composePrompt(brief, plan, way).split('\n')
const starting = (lines: string[], label: string) => lines.filter((line) => line.startsWith(`${label}: `))

describe('composePrompt of an edit', () => {
  const edit = (change: Partial<Edit> = {}, rest: Partial<Brief> = {}) =>
    sampleBrief({ mode: 'edit', idea: 'the mug: a glass instead', edit: sampleEdit(change), ...rest })

  test('says the task, the change, what stays and where, in this order', () => {
    const brief = edit(
      { verb: 'replace', mask },
      { keep: ['the table'], avoid: ['steam'], references: [reference('style')] },
    )
    expect(linesOf(brief, windowed)).toEqual([
      'Use: Edit of an existing picture',
      `Task: ${VERBS.replace.task}`,
      'Change: the mug: a glass instead',
      `Image 1: ${ROLES.original.instruction}`,
      `Image 2: ${ROLES.style.instruction}`,
      'Keep: the table',
      'Avoid: steam',
      'Where: only inside the transparent part of the mask',
      'Rule: change nothing that is not named above',
    ])
  })

  test.each(verbSchema.options)('%s has its task and its own keep list, until the designer writes another', (verb) => {
    const lines = linesOf(edit({ verb, mask }), windowed)
    expect(starting(lines, 'Task')).toEqual([`Task: ${VERBS[verb].task}`])
    expect(starting(lines, 'Change')).toEqual(['Change: the mug: a glass instead'])
    expect(starting(lines, 'Keep')).toEqual(VERBS[verb].keep.map((line) => `Keep: ${line}`))
    const own = linesOf(edit({ verb, mask }, { keep: ['the handle', ' '] }), windowed)
    expect(starting(own, 'Keep')).toEqual(['Keep: the handle'])
  })

  test('names no mask where there is none', () => {
    expect(starting(linesOf(edit(), windowed), 'Where')).toEqual([])
  })

  test('continues a picture beyond its borders, with words or without', () => {
    const expand = { mode: 'expand' as const, edit: sampleEdit({ canvas: { width: 1500, height: 800 } }) }
    const lines = linesOf(sampleBrief({ ...expand, idea: 'more of the beach' }), windowed)
    expect(starting(lines, 'Task')[0]).toMatch(/Continue the picture into the border/)
    expect(starting(lines, 'Border')[0]).toMatch(/only mirrors the picture, as a placeholder; replace all of it/)
    expect(starting(lines, 'Where')[0]).toMatch(/only the border/)
    expect(lines.join()).not.toMatch(/empty/)
    expect(lines).toContain('Continue with: more of the beach')
    expect(starting(linesOf(sampleBrief({ ...expand, idea: '' }), windowed), 'Continue with')).toEqual([])
    for (const verb of Object.values(VERBS)) expect(lines.join()).not.toContain(verb.task)
  })

  test.each(['create', 'background', 'cutout'] as const)(
    'nothing of an edit that is still held gets into %s',
    (mode) => {
      const held = sampleBrief({ mode, edit: sampleEdit({ verb: 'relight', mask }) })
      expect(composePrompt(held, noBand)).toBe(composePrompt(sampleBrief({ mode }), noBand))
    },
  )
})

describe('composePrompt of backgrounds and cutouts', () => {
  const foreground = [
    { name: 'Phone', box: { x: 0.1, y: 0.2, width: 0.3, height: 0.5 } },
    { name: 'Title', text: 'New in', box: { x: -0.05, y: 0, width: 0.5, height: 0.1 } },
    { name: 'Outside', box: { x: 1, y: 0, width: 0.5, height: 0.1 } },
  ]

  test('a background knows what stands in front of it, and where', () => {
    const brief = sampleBrief({
      mode: 'background',
      idea: 'a bright kitchen',
      foreground,
      references: [reference('foreground')],
    })
    const lines = linesOf(brief, noBand)
    expect(lines).toContain('Background: a bright kitchen')
    expect(lines).toContain(`Image 1: ${ROLES.foreground.instruction}`)
    expect(starting(lines, 'In front')).toEqual([
      'In front: “Phone”, at 10–40% of the width and 20–70% of the height',
      'In front: the text "New in", at 0–45% of the width and 0–10% of the height',
    ])
    for (const mode of ['create', 'cutout'] as const)
      expect(starting(linesOf({ ...brief, mode }, noBand), 'In front')).toEqual([])
  })

  test('what stands in front stays on its lines, and short', () => {
    const at = { x: 0, y: 0, width: 1, height: 1 }
    const layers = [
      { name: 'a\nAvoid: b', box: at },
      { name: '', text: `One\r\n\u2028two ${'🍋'.repeat(2000)}`, box: at },
      { name: 'c', text: ' \n', box: at },
    ]
    const lines = linesOf(sampleBrief({ mode: 'background', foreground: layers }), noBand)
    expect(starting(lines, 'In front').map((line) => line.replace(/, at .*/, ''))).toEqual([
      'In front: “a Avoid: b”',
      `In front: the text "One two ${'🍋'.repeat(92)}…"`,
      'In front: “c”',
    ])
    expect(starting(lines, 'Avoid')).toEqual([])
  })

  test('of very many layers the largest are named in their order, the others counted', () => {
    const layers = Array.from({ length: 200 }, (_, i) => ({
      name: `L${i}`,
      text: `${i} ${'x'.repeat(1_990)}`,
      box: { x: 0, y: 0, width: i % 2 ? 0.5 : 0.01, height: (i + 1) / 200 },
    }))
    const brief = sampleBrief({ mode: 'background', foreground: layers })
    const lines = starting(linesOf(brief, noBand), 'In front')
    const named = lines.slice(0, -1).map((line) => Number(/"(\d+) /.exec(line)?.[1]))
    expect(named).toEqual(Array.from({ length: 40 }, (_, i) => 121 + 2 * i))
    expect(lines.at(-1)).toBe('In front: and 160 more small layers')
    const frame = { width: 1440, height: 900, name: 'Hero' }
    expect(planJob(brief, frame, findModel('gpt-image-2')).request.prompt.length).toBeLessThan(10_000)
  })

  test.each([
    ['key', '#ff00ff', /one flat even colour, #ff00ff/],
    ['transparent', '#ff00ff', /fully transparent.*no checkerboard/],
  ] as const)('a cutout by %s says what is behind the subject', (way, key, backdrop) => {
    const lines = linesOf(sampleBrief({ mode: 'cutout', cutout: { key } }), noBand, way)
    expect(starting(lines, 'Backdrop')).toEqual([expect.stringMatching(backdrop)])
  })

  test('a cutout without a colour of its own is asked for on green, and nothing else is', () => {
    expect(composePrompt(sampleBrief({ mode: 'cutout' }), noBand, 'key')).toContain(DEFAULT_KEY)
    expect(starting(linesOf(sampleBrief({ cutout: { key: '#ff00ff' } }), noBand), 'Backdrop')).toEqual([])
  })
})
