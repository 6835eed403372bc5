import type { Role } from '#domain/reference.ts'
import { dominantColours } from './dominant-colours.ts'
import type { OpenedReference } from './opened-reference.ts'
import { mixPalettes, type Palette, paletteOfColours, paletteOfWords } from './palette.ts'
import type { Random } from './random.ts'

/** How much a reference's colours count beside the words, 0..1. */
const INFLUENCE: Readonly<Partial<Record<Role, number>>> = { palette: 1, style: 0.7, material: 0.45, foreground: 0.25 }

/** The palette of the words, drawn towards the real colours of the references that give colours. */
export async function choosePalette(words: string[], references: OpenedReference[], random: Random): Promise<Palette> {
  let palette = paletteOfWords(words, random)
  for (const { role, bytes } of references.toSorted((a, b) => (INFLUENCE[a.role] ?? 0) - (INFLUENCE[b.role] ?? 0))) {
    const influence = INFLUENCE[role]
    const real = influence === undefined ? null : paletteOfColours(await dominantColours(bytes))
    if (real && influence !== undefined) palette = mixPalettes(palette, real, influence)
  }
  return palette
}
