import type { Edit } from '#domain/edits/edit.ts'

/** An edit of a whole 1,200 × 800 picture; override what the test is about. */
export function sampleEdit(change: Partial<Edit> = {}): Edit {
  const extent = { width: 1200, height: 800 }
  return {
    verb: 'change',
    original: { imageId: 'b'.repeat(64), ...extent, name: 'kitchen.png', fill: null },
    canvas: extent,
    at: { x: 0, y: 0 },
    mask: null,
    whole: false,
    match: true,
    matte: '#ffffff',
    ...change,
  }
}
