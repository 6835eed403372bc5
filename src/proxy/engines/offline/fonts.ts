import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'

/** Files of Inter, the most common letters first. They come with the package, so a machine needs no fonts of its own. */
const SUBSETS = ['latin', 'latin-ext', 'cyrillic', 'greek', 'vietnamese', 'cyrillic-ext', 'greek-ext'] as const

export type Weight = 500 | 700

const require = createRequire(import.meta.url)
const opened = new Map<string, Font>()

function openFont(subset: string, weight: Weight): Font {
  const name = `@fontsource/inter/files/inter-${subset}-${weight}-normal.woff`
  const known = opened.get(name)
  if (known) return known
  const font = create(readFileSync(require.resolve(name)))
  if (!('layout' in font)) throw new Error(`${name} is a collection, not one font`)
  opened.set(name, font)
  return font
}

/** The font that has a character; null when none does (Chinese, emoji, …). */
export function fontFor(character: string, weight: Weight): Font | null {
  const code = character.codePointAt(0) ?? 0
  for (const subset of SUBSETS) {
    const font = openFont(subset, weight)
    if (font.hasGlyphForCodePoint(code)) return font
  }
  return null
}
