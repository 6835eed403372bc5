const WORDS = 6
const LONGEST = 48

/** A name for a new layer: who made it, and the idea's first words. */
export function layerName(idea: string): string {
  const words = idea.trim().split(/\s+/).slice(0, WORDS).join(' ').slice(0, LONGEST).trim()
  return words === '' ? 'Framewright' : `Framewright · ${words}`
}
