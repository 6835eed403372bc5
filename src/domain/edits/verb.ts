import { z } from 'zod'

interface VerbRow {
  label: string
  /** The prompt's task line; what the designer wrote follows as “Change”. */
  task: string
  /** What to write into “Change”, as an example. */
  placeholder: string
  /** What stays as it is, unless the designer says otherwise. */
  keep: readonly string[]
  /** `needed`: it makes no sense without saying where. `offered`: it can also change the whole picture. */
  mask: 'needed' | 'offered'
}

const SURROUNDINGS = 'everything else: layout, camera angle, light, colours, textures and sharpness'
const GEOMETRY = 'geometry, proportions and layout of everything shown'
const IDENTITY = 'identity, face, pose and expression of every person'
const LABELS = 'all text, logos and labels, letter by letter'

/** What an edit does. One row per verb. */
export const VERBS = {
  change: {
    label: 'Change only this',
    task: 'Change only what is named; leave the rest exactly as it is',
    placeholder: 'the cushion: make it a knitted wool cushion',
    keep: [SURROUNDINGS, LABELS],
    mask: 'offered',
  },
  replace: {
    label: 'Replace object',
    task: 'Replace the object with another one, at the same place and scale, lit and shadowed like its surroundings',
    placeholder: 'the mug: a clear glass of iced coffee instead',
    keep: [SURROUNDINGS, LABELS],
    mask: 'needed',
  },
  remove: {
    label: 'Remove object',
    task: 'Remove the object, its shadow and its reflection, and fill the place with what would be behind it',
    placeholder: 'the cable on the floor',
    keep: [SURROUNDINGS, LABELS],
    mask: 'needed',
  },
  background: {
    label: 'Swap background',
    task: 'Replace what is behind the subject with another background, in a matching perspective and light, with soft contact shadows',
    placeholder: 'a bright kitchen with a marble counter',
    keep: ['the subject: shape, colours, markings, edges and place', LABELS],
    mask: 'needed',
  },
  recolour: {
    label: 'Recolour',
    task: 'Change the colour only; keep shape, material, texture, highlights and shadows',
    placeholder: 'the armchair: forest green, #2F4A41',
    keep: ['shape, material and texture', SURROUNDINGS, LABELS],
    mask: 'offered',
  },
  relight: {
    label: 'Relight',
    task: 'Change the light only: its direction, colour and strength, with the shadows and reflections that follow from it',
    placeholder: 'low evening sun from the left, long soft shadows',
    keep: [GEOMETRY, IDENTITY, 'materials and their own colours', LABELS],
    mask: 'offered',
  },
  clean: {
    label: 'Clean up',
    task: 'Clean up flaws such as dust, scratches, stains, noise and wrinkles; add nothing new',
    placeholder: 'dust and fingerprints on the screen',
    keep: [GEOMETRY, 'colours and materials', LABELS],
    mask: 'offered',
  },
  restyle: {
    label: 'Restyle',
    task: 'Redraw in another style, with the same content in the same composition',
    placeholder: 'flat paper-cut illustration, muted colours',
    keep: [GEOMETRY, 'what is shown and where', LABELS],
    mask: 'offered',
  },
  outfit: {
    label: 'Outfit',
    task: 'Change the clothes only, fitting the body and the pose, with natural folds',
    placeholder: 'a navy linen blazer over a white shirt',
    keep: [IDENTITY, 'body shape, hair, hands and skin', SURROUNDINGS],
    mask: 'offered',
  },
  season: {
    label: 'Season or time of day',
    task: 'Change the season or the time of day, with the light, sky, plants and ground that belong to it',
    placeholder: 'a clear winter morning with fresh snow',
    keep: [GEOMETRY, IDENTITY, 'camera angle and framing', LABELS],
    mask: 'offered',
  },
  text: {
    label: 'Text change',
    task: 'Change the words only; keep typeface, size, weight, colour, place and perspective of the lettering',
    placeholder: '“Summer sale” becomes “Winter sale”',
    keep: ['every other word', SURROUNDINGS],
    mask: 'offered',
  },
  premium: {
    label: 'Make premium',
    task: 'Make it look like a high-end product photograph: finer light, cleaner surfaces, richer but natural tones',
    placeholder: 'soft studio light with a gentle gradient behind',
    keep: ['the product: shape, colours, markings and proportions', GEOMETRY, LABELS],
    mask: 'offered',
  },
} as const satisfies Record<string, VerbRow>

export type Verb = keyof typeof VERBS
export const verbSchema = z.enum(Object.keys(VERBS) as [Verb, ...Verb[]])
