import type { Scene } from '../figma/scene.ts'
import { awkward } from './awkward.ts'
import { cards } from './cards.ts'
import { edits } from './edits.ts'
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

/** A document that was saved after the plugin had marked it, so that it is the same file when the page is loaded again. */
const saved = (key: string, document: Scene): Scene => ({
  ...document,
  sharedPluginData: { 'framewright/file': `sample-${key}` },
})

const first: SampleDocument = { key: 'hero', document: saved('hero', hero), opensOn: 1 }

export const sampleDocuments: readonly SampleDocument[] = [
  first,
  { key: 'cards', document: saved('cards', cards), opensOn: 1 },
  { key: 'mockup', document: saved('mockup', mockup), opensOn: 1 },
  { key: 'edits', document: saved('edits', edits), opensOn: 1 },
  { key: 'social', document: saved('social', social), opensOn: 8 },
  { key: 'awkward', document: saved('awkward', awkward), opensOn: 12 },
]

/** The first one when the key is missing or unknown. */
export function chooseDocument(key: string | null): SampleDocument {
  return sampleDocuments.find((sample) => sample.key === key) ?? first
}
