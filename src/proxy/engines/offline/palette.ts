import { brightness, type Colour, darker, fromHsl, lighter, mix, saturation } from './colour.ts'
import { isFormOf } from './described-words.ts'
import { between, type Random } from './random.ts'
import { DARK_WORDS, LIGHT_COLOURS, THING_COLOURS } from './word-colours.ts'

/** The colours one picture is painted in. */
export interface Palette {
  /** Sky, wall or backdrop. */
  wall: Colour
  /** Table, floor or land. */
  ground: Colour
  /** The thing that is looked at first. */
  hero: Colour
  accent: Colour
  light: Colour
  shade: Colour
}

function named(words: string[], table: Readonly<Record<string, Colour>>): Colour[] {
  const found = words.flatMap((word) => {
    const entry = Object.entries(table).find(([name]) => isFormOf(word, name))
    return entry ? [entry[1]] : []
  })
  return [...new Set(found)]
}

/** Colours nobody named: neighbours on the colour circle, and one from across it. */
function invented(random: Random): [Colour, Colour, Colour] {
  const hue = random()
  const aside = between(random, 0.06, 0.12) * (random() < 0.5 ? -1 : 1)
  return [
    fromHsl(hue, between(random, 0.35, 0.6), between(random, 0.42, 0.58)),
    fromHsl(hue + aside + 1, between(random, 0.25, 0.45), between(random, 0.3, 0.62)),
    fromHsl(hue + 0.5 + aside, between(random, 0.5, 0.7), 0.56),
  ]
}

function arrange(colours: [Colour, Colour, Colour], light: Colour, dark: boolean): Palette {
  const [hero, ground, accent] = colours
  const lit = mix(lighter(ground, 0.55), light, 0.5)
  const wall = dark ? darker(mix(ground, light, 0.15), 0.68) : lit
  const shade = darker(mix(hero, ground, 0.6), 0.72)
  return { wall, ground: dark ? darker(ground, 0.45) : ground, hero, accent, light, shade }
}

/** The palette the words ask for; what they leave open is drawn from the seed. */
export function paletteOfWords(words: string[], random: Random): Palette {
  const spare = invented(random)
  const things = named(words, THING_COLOURS)
  const lights = named(words, LIGHT_COLOURS)
  const hero = things[0] ?? spare[0]
  const ground = things[1] ?? (things[0] ? mix(lighter(things[0], 0.35), spare[1], 0.25) : spare[1])
  const accent = things[2] ?? (things.length > 0 ? mix(hero, lights[0] ?? spare[2], 0.6) : spare[2])
  const light = lights.length > 1 ? mix(lights[0] ?? '', lights[1] ?? '', 0.5) : (lights[0] ?? lighter(hero, 0.82))
  const dark = words.some((word) => DARK_WORDS.some((entry) => isFormOf(word, entry)))
  return arrange([hero, ground, accent], light, dark)
}

/** A palette of real colours, most common first: the calm ones carry the picture, the strongest is the accent. */
export function paletteOfColours(colours: Colour[]): Palette | null {
  const [wall, second] = colours
  if (!wall) return null
  const rest = colours.slice(1).toSorted((a, b) => saturation(b) - saturation(a))
  const ground = second ?? darker(wall, 0.25)
  const hero = rest.find((colour) => colour !== ground) ?? rest[0] ?? darker(wall, 0.4)
  const light = colours.toSorted((a, b) => brightness(b) - brightness(a))[0] ?? wall
  const darkest = colours.toSorted((a, b) => brightness(a) - brightness(b))[0] ?? wall
  return { wall, ground, hero, accent: rest[0] ?? hero, light: lighter(light, 0.4), shade: darker(darkest, 0.5) }
}

export function mixPalettes(from: Palette, to: Palette, share: number): Palette {
  return {
    wall: mix(from.wall, to.wall, share),
    ground: mix(from.ground, to.ground, share),
    hero: mix(from.hero, to.hero, share),
    accent: mix(from.accent, to.accent, share),
    light: mix(from.light, to.light, share),
    shade: mix(from.shade, to.shade, share),
  }
}
