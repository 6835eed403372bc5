import { layersInFront } from './backdrop-layers.ts'
import type { Backdrop } from './backdrop-state.ts'

const NAMED = 4
/** Characters of a name, so that what is promised of the layers is always in sight. */
const LONGEST = 24

/** What stands in front of a new background: “Phone, Laptop, Headline and 2 more stay in front, untouched.” */
export function foregroundSentence({ layers, into, reading }: Backdrop): string {
  if (!into) return reading ? 'Reading what stands in front …' : 'Not read yet.'
  const names = layersInFront(layers, into.id)
    .toReversed()
    .map(({ name }) => (name.length > LONGEST ? `${name.slice(0, LONGEST - 1).trimEnd()}…` : name))
  if (names.length === 0) return 'Nothing stands in front of it.'
  const rest = names.length - NAMED
  const shown = rest > 0 ? `${names.slice(0, NAMED).join(', ')} and ${rest} more` : joined(names)
  return `${shown} ${names.length === 1 ? 'stays' : 'stay'} in front, untouched.`
}

const joined = (names: string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
