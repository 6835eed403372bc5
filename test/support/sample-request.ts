import type { Request } from '#domain/request.ts'

/** What an engine is asked for; override what the test is about. */
export const sampleRequest = (change: Partial<Request> = {}): Request => ({
  model: 'gpt-image-2',
  prompt: 'A matte black desk lamp on walnut',
  size: { width: 1024, height: 640 },
  quality: 'low',
  count: 1,
  format: 'png',
  background: 'auto',
  partialImages: 0,
  references: [],
  mask: null,
  cut: null,
  exactTexts: [],
  ...change,
})
