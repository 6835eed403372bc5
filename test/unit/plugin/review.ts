import type { FillPlace } from '#domain/edits/edit.ts'
import type { Review, Verdict } from '#domain/review.ts'
import { contentHash } from '#playground/figma/content-hash.ts'
import type { SimulatedFigma } from '#playground/figma/simulated-figma.ts'
import { reviewPicture } from '#plugin/review-picture.ts'
import { photoPng } from './mockup-scene.ts'
import { nodeOf } from './open-canvas.ts'

/** The fill of the mockup's backdrop. */
export const photo: FillPlace = { nodeId: '5:2', index: 1, imageHash: contentHash(photoPng) }

export const verdict = (word: Verdict, note = ''): Review => ({
  verdict: word,
  note,
  by: 'Ada',
  at: '2026-11-21T12:00:00.000Z',
})

/** Says a word of the picture on a layer of the open canvas. */
export const review = (nodeId: string, word: Verdict, note?: string) =>
  reviewPicture({ nodeId, review: verdict(word, note) })

/** Hashes of a layer's image fills. */
export const images = (canvas: SimulatedFigma, id: string) =>
  nodeOf(canvas, id).fills.flatMap((paint) => (paint.type === 'IMAGE' ? [paint.imageHash] : []))
