import type { Scene } from '../figma/scene.ts'
import { awkward } from './awkward.ts'
import { cards } from './cards.ts'
import { hero } from './hero.ts'
import { mockup } from './mockup.ts'
import { social } from './social.ts'

export interface SampleDocument {
  /** How the address names it: `?scene=hero`. */
  readonly key: string
  readonly document: Scene
  /** How many of the first layers fill the window when it opens. */
  readonly opensOn: number
}

const first: SampleDocument = { key: 'hero', document: hero, opensOn: 1 }

export const sampleDocuments: readonly SampleDocument[] = [
  first,
  { key: 'cards', document: cards, opensOn: 1 },
  { key: 'mockup', document: mockup, opensOn: 1 },
  { key: 'social', document: social, opensOn: 8 },
  { key: 'awkward', document: awkward, opensOn: 12 },
]

/** The first one when the key is missing or unknown. */
export function chooseDocument(key: string | null): SampleDocument {
  return sampleDocuments.find((sample) => sample.key === key) ?? first
}
