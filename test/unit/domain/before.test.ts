import { expect, test } from 'vitest'
import { type Before, readBefore, withoutPrompt, writeBefore } from '#domain/before.ts'
import type { Provenance } from '#domain/provenance.ts'

const provenance: Provenance = {
  version: 2,
  mode: 'edit',
  raw: false,
  originalId: 'b'.repeat(64),
  keep: ['the logo'],
  changedOutside: 0,
  jobId: 'job-1',
  imageId: 'a'.repeat(64),
  resultIndex: 0,
  model: 'gpt-image-2',
  engine: 'offline',
  simulated: true,
  idea: 'the mug: red',
  prompt: 'Make the mug red',
  size: { width: 1440, height: 900 },
  placedAt: '2026-11-21T10:00:00.000Z',
}

const replaced = (imageHash: string): Before => ({
  how: 'replaced',
  paint: {
    type: 'IMAGE',
    scaleMode: 'CROP',
    imageHash,
    imageTransform: [
      [0.5, 0, 0],
      [0, 0.5, 0.25],
    ],
    filters: { exposure: 0.5 },
    blendMode: 'MULTIPLY',
  },
  style: { id: 'S:1,', fills: '[]' },
  provenance: withoutPrompt(provenance),
  review: { verdict: 'approved', note: '', by: 'Ada', at: '2026-11-21T12:00:00.000Z' },
})

test('every kind of step is read back whole, with what this version knows nothing of', () => {
  const steps: Before[] = [{ how: 'made' }, { how: 'added', style: null }, replaced('abc')]
  expect(readBefore(writeBefore(steps))).toEqual(steps)
})

test('a prompt is not kept beside what a picture was placed over', () => {
  expect(writeBefore([replaced('abc')])).not.toContain('Make the mug red')
})

const fits = (text: string) => expect(text.length).toBeLessThanOrEqual(30_000)
const wordy = (words: string): Before => {
  const step = replaced('abc')
  if (step.how !== 'replaced' || !step.review) throw new Error('no words')
  return {
    ...step,
    provenance: { ...withoutPrompt(provenance), idea: words, keep: [words] },
    review: { ...step.review, note: words.slice(0, 2_000) },
  }
}

test('an idea longer than Figma’s limit is cut; the picture under it, its link and its review stay', () => {
  const text = writeBefore([{ how: 'made' }, wordy('é“🙂'.repeat(8_000))])
  fits(text)
  expect(readBefore(text)).toMatchObject([
    { how: 'made' },
    { how: 'replaced', paint: { imageHash: 'abc' }, style: { id: 'S:1,' }, review: { verdict: 'approved', by: 'Ada' } },
  ])
})

test('words give way before any step does', () => {
  const text = writeBefore(Array.from({ length: 30 }, () => wordy('x'.repeat(5_000))))
  fits(text)
  expect(readBefore(text).map(({ how }) => how)).toEqual(Array.from({ length: 30 }, () => 'replaced'))
})

test('of many steps the first and the newest stay, and that others are lost is said, also after more steps', () => {
  let steps: Before[] = []
  for (let index = 0; index < 80; index += 1) {
    const text = writeBefore([...steps, replaced(`hash-${index}`)])
    fits(text)
    steps = readBefore(text)
  }
  expect(steps.length).toBeGreaterThan(20)
  const newest = steps.slice(2).map((_, index) => `hash-${80 - steps.length + 2 + index}`)
  expect(steps.map((step) => (step.how === 'replaced' ? step.paint.imageHash : step.how))).toEqual([
    'hash-0',
    'lost',
    ...newest,
  ])
})

test('a fill’s style that would not fit gives way, a fill that would not fit is lost', () => {
  const style = { id: 'S:1,', fills: 'x'.repeat(31_000) }
  expect(readBefore(writeBefore([{ how: 'added', style }]))).toEqual([{ how: 'added', style: null }])
  const huge = replaced('x'.repeat(31_000))
  expect(readBefore(writeBefore([huge]))).toEqual([{ how: 'lost' }])
  expect(readBefore(writeBefore([huge, { how: 'made' }]))).toEqual([{ how: 'lost' }, { how: 'made' }])
})

test('where nothing was remembered, nothing is read', () => {
  expect(readBefore('')).toEqual([])
})

test.each(['no JSON', '{"version":2,"steps":[]}', '{"version":1,"steps":[{"how":"gone"}]}', 'null'])(
  'what cannot be read from %j is lost, not nothing',
  (text) => {
    expect(readBefore(text)).toEqual([{ how: 'lost' }])
  },
)
