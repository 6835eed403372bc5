import type { Scene } from '../figma/scene.ts'
import { awkward } from './awkward.ts'
import { cards } from './cards.ts'
import { hero } from './hero.ts'
import { mockup } from './mockup.ts'
import { social } from './social.ts'

/** The sample documents, by their key in the address (`?scene=hero`). */
export const scenes = { hero, cards, mockup, social, awkward } satisfies Record<string, Scene>

export interface ChosenScene {
  readonly key: string
  readonly document: Scene
}

export const sceneTitles: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(scenes).map(([key, scene]) => [key, scene.name]),
)

/** The first one when the key is missing or unknown. */
export function chooseScene(key: string | null): ChosenScene {
  const found = Object.entries(scenes).find(([name]) => name === key)
  return found ? { key: found[0], document: found[1] } : { key: 'hero', document: hero }
}
