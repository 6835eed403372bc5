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

test('the oldest steps give way before Figma’s limit', () => {
  const steps = Array.from({ length: 200 }, (_, index) => replaced(`hash-${index}`))
  const text = writeBefore(steps)
  expect(text.length).toBeLessThanOrEqual(30_000)
  const kept = readBefore(text)
  expect(kept.length).toBeGreaterThan(20)
  expect(kept).toEqual(steps.slice(-kept.length))
})

test.each(['', 'no JSON', '{"version":2,"steps":[]}', '{"version":1,"steps":[{"how":"gone"}]}', 'null'])(
  'nothing is read from %j',
  (text) => {
    expect(readBefore(text)).toEqual([])
  },
)
