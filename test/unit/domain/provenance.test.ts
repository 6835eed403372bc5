import { describe, expect, test } from 'vitest'
import { type Provenance, readProvenance, writeProvenance } from '#domain/provenance.ts'

const provenance: Provenance = {
  version: 2,
  mode: 'create',
  raw: false,
  originalId: null,
  keep: [],
  changedOutside: null,
  jobId: 'j'.repeat(20),
  imageId: 'a'.repeat(64),
  resultIndex: 0,
  model: 'gpt-image-2',
  engine: 'offline',
  simulated: true,
  idea: 'A lamp',
  prompt: 'Idea: A lamp',
  size: { width: 1024, height: 640 },
  placedAt: '2026-11-20T10:00:00.000Z',
}

describe('provenance', () => {
  test('survives being written and read', () => {
    expect(readProvenance(writeProvenance(provenance))).toEqual(provenance)
  })

  test.each([
    ['the prompt', { prompt: '漢'.repeat(32_000) }],
    ['the idea’s end', { prompt: '漢'.repeat(32_000), idea: '漢'.repeat(40_000) }],
  ])('gives up %s rather than exceed what Figma stores', (_, change) => {
    const text = writeProvenance({ ...provenance, ...change })
    expect(new TextEncoder().encode(text).length).toBeLessThan(100_000 - 200)
    expect(readProvenance(text)?.jobId).toBe(provenance.jobId)
  })

  test.each(['', 'not json', '{}', '{"version":99}', 'null'])('reads %j as nothing', (text) => {
    expect(readProvenance(text)).toBeNull()
  })
})
