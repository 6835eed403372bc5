import { describe, expect, test } from 'vitest'
import type { EditMeasures } from '#domain/edits/edit-measures.ts'
import type { Result } from '#domain/job.ts'
import { sampleBrief } from '#support/sample-brief.ts'
import { sampleResult } from '#support/sample-job.ts'
import { cutoutNote } from '#ui/state/results/cutout-note.ts'
import { editProof } from '#ui/state/results/edit-proof.ts'
import { isPlaceable } from '#ui/state/results/place-ways.ts'
import { rawOffer, resultViews } from '#ui/state/results/raw-offer.ts'

const measures: EditMeasures = {
  changedOutside: 0,
  outside: 1_234_567,
  drift: { share: 0.381, mean: 3.25 },
  seam: { before: 4.12, after: 0.88 },
}
const { image } = sampleResult('b')
const edited = (change: Partial<EditMeasures> = {}): Result => ({
  ...sampleResult('a'),
  composite: { raw: image, measures: { ...measures, ...change } },
})
const edit = { brief: sampleBrief({ mode: 'edit' }) }

describe('an edit’s proof', () => {
  test('is a line with what changed outside, what the model had changed, and the seam', () => {
    const proof = editProof(edit, edited())
    expect(proof?.line).toBe('0 pixels changed outside the mask · the model had changed 38 % · seam ΔE 4.1 → 0.9')
    expect(proof?.broken).toBe(false)
    expect(proof?.rows.map(({ value }) => value)).toEqual([
      '0 of 1,234,567 pixels',
      '38 %, ΔE 3.3 on average',
      'ΔE 4.1',
      'ΔE 0.9',
    ])
  })

  test('alarms at a single pixel, and where nothing could be protected', () => {
    expect(editProof(edit, edited({ changedOutside: 1 }))).toMatchObject({
      broken: true,
      line: expect.stringMatching(/^1 pixel changed outside the mask/),
    })
    expect(editProof(edit, sampleResult('a'))?.broken).toBe(true)
  })

  test('does not round a little drift down to none, and leaves out a seam that is not there', () => {
    const { line } = editProof(edit, edited({ drift: { share: 0.001, mean: 1 }, seam: null })) ?? {}
    expect(line).toBe('0 pixels changed outside the mask · the model had changed under 1 %')
    expect(editProof(edit, edited({ drift: { share: 0, mean: 0 } }))?.line).toContain('had changed 0 %')
  })

  test('speaks of the original where a picture was expanded, of nothing where nothing was edited', () => {
    expect(editProof({ brief: sampleBrief({ mode: 'expand' }) }, edited())?.short).toBe('0 px changed in the original')
    expect(editProof({ brief: sampleBrief() }, sampleResult('a'))).toBe(null)
  })

  test('says so when the whole picture was free to change', () => {
    const free = { ...sampleResult('a'), composite: { raw: image, measures: null } }
    expect(editProof(edit, free)).toMatchObject({ broken: false, line: 'The whole picture was free to change.' })
    expect(rawOffer(edit, free)).toBe(null)
  })
})

test('the raw picture is offered with what it means, and can be looked at beside result and original', () => {
  expect(rawOffer(edit, edited())?.warning).toBe('The raw picture changed 38\u00a0% outside the mask.')
  expect(rawOffer(edit, sampleResult('a'))).toBe(null)
  expect(resultViews(edit, edited()).map(({ value }) => value)).toEqual(['result', 'raw'])
  expect(resultViews(edit, sampleResult('a')).map(({ value }) => value)).toEqual(['result'])
})

describe('a cutout', () => {
  const made = { way: 'key' as const, raw: image, transparent: 0.62, refused: null }

  test('says how it was made', () => {
    expect(cutoutNote(made)).toEqual({ refused: false, line: 'Cut out from a flat colour · 62 % is transparent' })
    expect(isPlaceable({ cutout: made })).toBe(true)
  })

  test.each(['opaque', 'checkerboard', 'not_flat', 'empty'] as const)(
    'that is none (%s) says why and is not placed',
    (refused) => {
      const none = { ...made, refused }
      expect(cutoutNote(none).refused).toBe(true)
      expect(isPlaceable({ cutout: none })).toBe(false)
      expect(rawOffer(edit, { composite: null, cutout: none })).not.toBe(null)
    },
  )
})
