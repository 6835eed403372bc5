import { picture } from '../../../../pixels/picture.ts'
import { brightness, type Colour } from '../../colour.ts'
import { isFormOf } from '../../described-words.ts'
import { el, linear } from '../../svg.ts'
import { svgLayer } from '../../svg-layer.ts'
import { DARK_WORDS } from '../../word-colours.ts'
import { type EditWork, layOver, type Treatment } from '../treatment.ts'

interface Tone {
  brightness: number
  saturation: number
  /** Light that lies over the picture, and how strongly, 0..1. */
  light: Colour
  strength: number
}

const SEASONS: readonly { words: string[]; tone: Tone }[] = [
  {
    words: ['winter', 'snow', 'frost', 'ice', 'cold'],
    tone: { brightness: 1.14, saturation: 0.5, light: '#dceaf8', strength: 0.75 },
  },
  {
    words: ['autumn', 'fall', 'october', 'november'],
    tone: { brightness: 0.98, saturation: 1.12, light: '#e58a33', strength: 0.7 },
  },
  { words: ['spring', 'april', 'may'], tone: { brightness: 1.08, saturation: 1.1, light: '#d8f0b4', strength: 0.55 } },
  {
    words: ['summer', 'noon', 'july', 'august'],
    tone: { brightness: 1.1, saturation: 1.25, light: '#ffe9a6', strength: 0.55 },
  },
  {
    words: ['night', 'midnight', 'moonlit', 'dark'],
    tone: { brightness: 0.46, saturation: 0.7, light: '#24357f', strength: 0.75 },
  },
  {
    words: ['sunset', 'evening', 'dusk', 'sunrise', 'dawn'],
    tone: { brightness: 0.9, saturation: 1.1, light: '#ff9f68', strength: 0.75 },
  },
]

const uses = (words: string[], entries: readonly string[]): boolean =>
  words.some((word) => entries.some((entry) => isFormOf(word, entry)))

/** From where the light comes: the side the words name, else the upper left corner. */
function corners(words: string[]): [number, number, number, number] {
  if (words.includes('right')) return [1, 0, 0, 0.25]
  if (words.includes('above') || words.includes('top')) return [0, 0, 0, 1]
  return [0, 0, 1, 0.25]
}

async function retone({ ground, size, words }: EditWork, tone: Tone): Promise<Buffer> {
  const { saturation, light, strength } = tone
  const open = picture(ground, { raw: { ...size, channels: 3 } })
  const toned = await open.modulate({ brightness: tone.brightness, saturation }).removeAlpha().raw().toBuffer()
  const defs = linear('light', corners(words), [
    [0, light, strength],
    [1, light, strength * 0.45],
  ])
  const wash = svgLayer(size, defs + el('rect', { ...size, fill: 'url(#light)' }))
  return await layOver(toned, size, [{ ...wash, blend: tone.brightness < 0.7 ? 'multiply' : 'soft-light' }])
}

/** Another season or time of day, in the tones that go with it. */
export const season: Treatment = (work) => {
  const known = SEASONS.find(({ words }) => uses(work.words, words))
  return known ? retone(work, known.tone) : relight(work)
}

/** Light of another colour, from the side the words name. */
export const relight: Treatment = (work) =>
  retone(work, {
    brightness: uses(work.words, DARK_WORDS) ? 0.62 : 1.06,
    saturation: 1.04,
    light: work.palette.light,
    strength: 0.85,
  })

/** Clean studio tones with a gentle gradient. */
export const premium: Treatment = (work) =>
  retone(work, { brightness: 1.05, saturation: 0.86, light: '#f6ecdd', strength: 0.7 })

/** Fine flaws smoothed away. */
export const clean: Treatment = async ({ ground, size }) => {
  const open = picture(ground, { raw: { ...size, channels: 3 } })
  return await open.median(5).modulate({ brightness: 1.03 }).removeAlpha().raw().toBuffer()
}

const TONES = 10

/** Few flat tones, as cut from paper, in the light of the words. */
export const restyle: Treatment = async (work) => {
  const { size, palette } = work
  const smooth = picture(work.ground, { raw: { ...size, channels: 3 } }).median(9)
  const flat = await smooth.png({ palette: true, colours: TONES, dither: 0, compressionLevel: 1 }).toBuffer()
  const ground = await picture(flat).toColourspace('srgb').removeAlpha().raw().toBuffer()
  return await retone({ ...work, ground }, { brightness: 1, saturation: 1.3, light: palette.light, strength: 0.4 })
}

/** The colour the words name, at the light and dark there is. */
export const recolour: Treatment = async ({ ground, size, palette }) => {
  const open = picture(ground, { raw: { ...size, channels: 3 } })
  const [{ mean = 128 } = {}] = (await open.clone().greyscale().stats()).channels
  const factor = Math.min(1.5, Math.max(0.45, (brightness(palette.hero) * 255) / Math.max(1, mean)))
  return await open.tint(palette.hero).modulate({ brightness: factor, saturation: 1.5 }).removeAlpha().raw().toBuffer()
}
