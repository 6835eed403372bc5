import type { CroppedSize } from './legal-sizes.ts'
import { lowest } from './lowest.ts'

export interface Candidate extends CroppedSize {
  readonly upscale: number
  readonly tokens: number
}

/** Sizes up to this factor above the cheapest count as equally cheap. */
const EQUAL_COST = 1.01

type Rank = (candidate: Candidate) => number

const tokens: Rank = (candidate) => candidate.tokens
const loss: Rank = (candidate) => candidate.loss
const upscale: Rank = (candidate) => candidate.upscale
const mostPixels: Rank = (candidate) => -candidate.width * candidate.height

/** The cheapest; of those within 1 % of it the least cropped, then the one with most pixels. Needs one candidate. */
export function cheapest(candidates: readonly Candidate[]): Candidate {
  const ceiling = candidates.reduce((least, candidate) => Math.min(least, candidate.tokens), Infinity) * EQUAL_COST
  return lowest(
    candidates.filter((candidate) => candidate.tokens <= ceiling),
    [loss, mostPixels, tokens],
  )
}

/** The one that needs the least enlargement, then the cheapest. Needs one candidate. */
export function sharpest(candidates: readonly Candidate[]): Candidate {
  return lowest(candidates, [upscale, tokens, loss])
}
