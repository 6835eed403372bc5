import type { Provenance } from '#domain/provenance.ts'

export const sampleProvenance: Provenance = {
  version: 2,
  mode: 'create',
  raw: false,
  originalId: null,
  keep: [],
  changedOutside: null,
  jobId: 'job-1',
  imageId: 'a'.repeat(64),
  resultIndex: 0,
  model: 'gpt-image-2',
  engine: 'offline',
  simulated: true,
  idea: 'matte black desk lamp on walnut, warm morning light',
  prompt: 'A matte black desk lamp',
  size: { width: 1440, height: 900 },
  placedAt: '2026-11-21T10:00:00.000Z',
}
