import { describe, expect, test } from 'vitest'
import type { ImageMeasures } from '#domain/image-measures.ts'
import type { Reference } from '#domain/reference.ts'
import { generateOffer } from '#ui/state/brief/generate-offer.ts'
import { sentBrief } from '#ui/state/brief/sent-brief.ts'
import { cutoutKey } from '#ui/state/edits/cutout-key.ts'
import { cutoutSentence } from '#ui/state/edits/cutout-sentence.ts'
import { expansionOf } from '#ui/state/edits/expansion-of.ts'
import { reduce } from '#ui/state/reduce.ts'
import type { UiEvent } from '#ui/state/ui-event.ts'
import { samplePicture } from './sample-node.ts'
import { readyState } from './state-after.ts'

const original = { imageId: 'a'.repeat(64), width: 1000, height: 1000, name: 'Lamp', fill: null }
const expanding = (...events: UiEvent[]) =>
  readyState(
    { type: 'modeChosen', mode: 'expand' },
    { type: 'originalRead', node: samplePicture(), original },
    { type: 'ideaWritten', idea: '' },
    ...events,
  )

describe('expanding', () => {
  test('goes to the ratio of the frame, with the original in the middle, without a word', () => {
    const state = expanding()
    expect(expansionOf(state)).toEqual({ canvas: { width: 1600, height: 1000 }, at: { x: 300, y: 0 } })
    expect(sentBrief(state).edit).toMatchObject({ canvas: { width: 1600, height: 1000 }, at: { x: 300 }, mask: null })
    expect(generateOffer(state).order?.brief.mode).toBe('expand')
  })

  test('goes to a ratio, at the side that was chosen', () => {
    const state = expanding({ type: 'expandChosen', expand: { to: '16:9', anchor: { x: 1, y: 0.5 } } })
    expect(expansionOf(state)).toEqual({ canvas: { width: 1778, height: 1000 }, at: { x: 778, y: 0 } })
  })

  test('goes by pixels on each side; by none it says that there is nothing to do', () => {
    const sides = { top: 10, right: 20, bottom: 30, left: 40 }
    const some = expanding({ type: 'expandChosen', expand: { to: 'sides', sides } })
    expect(expansionOf(some)).toEqual({ canvas: { width: 1060, height: 1040 }, at: { x: 40, y: 10 } })
    const none = expanding({ type: 'expandChosen', expand: { to: '1:1' } })
    expect(generateOffer(none)).toMatchObject({ order: null, reason: expect.stringContaining('already fills') })
  })

  test('is not sent with a brief of another mode', () => {
    expect(sentBrief(reduce(expanding(), { type: 'modeChosen', mode: 'create' })).edit).toBe(null)
  })
})

describe('the colour a cutout is asked on', () => {
  const measured = (keys: ImageMeasures['keys']): ImageMeasures => ({
    width: 900,
    height: 900,
    hasAlpha: false,
    upscaled: false,
    mostlyText: false,
    keys,
  })
  const reference = (digit: string, role: Reference['role']): Reference => ({
    imageId: digit.repeat(64),
    role,
    width: 900,
    height: 900,
    name: digit,
  })
  const state = (...references: Reference[]) => {
    const events = references.map((added): UiEvent => ({ type: 'referenceAdded', key: added.name, reference: added }))
    const keys = {
      a: measured([
        { colour: '#00ff00', distance: 60 },
        { colour: '#ff00ff', distance: 50 },
      ]),
      b: measured([
        { colour: '#ff00ff', distance: 45 },
        { colour: '#00ff00', distance: 5 },
      ]),
    }
    const told = Object.entries(keys).map(
      ([digit, measures]): UiEvent => ({ type: 'pictureMeasured', imageId: digit.repeat(64), measures }),
    )
    return readyState({ type: 'modeChosen', mode: 'cutout' }, ...events, ...told)
  }

  test('is far from the colours of every picture of the subject', () => {
    expect(cutoutKey(state(reference('a', 'subject')))).toBe('#00ff00')
    expect(cutoutKey(state(reference('a', 'subject'), reference('b', 'subject')))).toBe('#ff00ff')
    expect(cutoutKey(state(reference('a', 'subject'), reference('b', 'style')))).toBe('#00ff00')
    expect(cutoutKey(state(reference('b', 'style')))).toBe('#ff00ff')
  })

  test('is green where nothing was measured, and goes with the brief', () => {
    expect(sentBrief(state()).cutout).toEqual({ key: '#00ff00' })
    expect(generateOffer(state(reference('b', 'subject'))).job?.request.prompt).toContain('#ff00ff')
  })

  test('is said before paying, where the model makes no transparency', () => {
    expect(cutoutSentence('key', 'GPT Image 2', '#00ff00')).toContain('asked for on #00ff00')
    expect(cutoutSentence('transparent', 'GPT Image 1.5', '#00ff00')).not.toContain('#00ff00')
  })
})
