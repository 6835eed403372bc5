import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BRIEF_FIELDS } from '#domain/brief.ts'
import { composePrompt } from '#domain/prompt.ts'
import { ROLES, type Role } from '#domain/reference.ts'
import { sampleBrief } from '#support/sample-brief.ts'

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
