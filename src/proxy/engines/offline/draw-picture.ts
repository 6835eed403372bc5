import type { OverlayOptions } from 'sharp'
import type { Quality } from '#domain/models.ts'
import type { Role } from '#domain/reference.ts'
import type { Request } from '#domain/request.ts'
import { picture } from '../../pixels/picture.ts'
import { badge } from './badge.ts'
import type { Box } from './box.ts'
import { choosePalette } from './choose-palette.ts'
import { chooseScene } from './choose-scene.ts'
import { describedWords } from './described-words.ts'
import { drawScene } from './draw-scene.ts'
import { grain } from './grain.ts'
import { guideLayers } from './guide-layers.ts'
import { inkColour } from './ink-colour.ts'
import { type Layout, planLayout } from './layout.ts'
import { logoLayers } from './logo-layers.ts'
import type { OpenedReference } from './opened-reference.ts'
import { quieten } from './quieten.ts'
import { seededRandom } from './random.ts'
import type { SceneSpace } from './scene.ts'
import { subjectLayers } from './subject-layers.ts'
import { el } from './svg.ts'
import { typeset } from './typeset.ts'

/** Pixels of the longer edge the scene is drawn at, and how much there is to see. */
const QUALITIES: Readonly<Record<Quality, { edge: number; detail: number; grain: number }>> = {
  low: { edge: 900, detail: 1, grain: 34 },
  medium: { edge: 1500, detail: 2, grain: 24 },
  high: { edge: 2200, detail: 3, grain: 18 },
  xhigh: { edge: 2400, detail: 3, grain: 16 },
  max: { edge: 2600, detail: 3, grain: 14 },
}

/** A finished picture, not encoded yet. */
export interface Drawn {
  pixels: Buffer
  width: number
  height: number
  /** RGB, or RGBA for a transparent picture. */
  channels: 3 | 4
}

interface Work {
  request: Request
  references: OpenedReference[]
  layout: Layout
  space: SceneSpace
  seed: string
}

const ofRole = (references: OpenedReference[], role: Role) => references.filter((reference) => reference.role === role)

/** Only what is to be seen: a brief keeps its composition from draft to final, across sizes and with other references. */
const seedOf = (request: Request, index: number): string => `${index} ${request.prompt}`

async function plan(request: Request, references: OpenedReference[], index: number): Promise<Work> {
  const { width, height } = request.size
  const seed = seedOf(request, index)
  const random = seededRandom(seed)
  const words = describedWords(request.prompt)
  const layout = planLayout(request.prompt, width, height, request.exactTexts.length > 0)
  const space: SceneSpace = {
    width,
    height,
    unit: Math.min(layout.visible.width, layout.visible.height),
    palette: await choosePalette(words, references, random),
    random,
    detail: QUALITIES[request.quality].detail,
    focal: layout.focal,
    calm: layout.calm,
    words,
    drawHero: ofRole(references, 'subject').length === 0,
  }
  return { request, references, layout, space, seed }
}

const scaled = (box: Box, scale: number): Box => ({
  x: box.x * scale,
  y: box.y * scale,
  width: box.width * scale,
  height: box.height * scale,
})

/** The scene with its background and guides, at the size scenes are drawn at. */
async function drawGround({ request, references, space, layout }: Work): Promise<{ bytes: Buffer; scale: number }> {
  const scale = Math.min(1, QUALITIES[request.quality].edge / Math.max(space.width, space.height))
  const [width, height] = [Math.round(space.width * scale), Math.round(space.height * scale)]
  const transparent = request.background === 'transparent'
  const behind = transparent ? undefined : ofRole(references, 'background')[0]
  const scene = chooseScene(space.words, space.random)(space)
  const drawn = await drawScene(space, scene, scale, { backdrop: !transparent && !behind, objects: !behind })
  const guides = transparent ? [] : await guideLayers(references, width, height)
  const base = behind
    ? picture(behind.bytes).autoOrient().toColourspace('srgb').ensureAlpha().resize(width, height, { fit: 'cover' })
    : picture(drawn)
  const over = behind ? [{ input: drawn }, ...guides] : guides
  const ground = base.composite(over)
  const boxes = layout.quiet.map((box) => scaled(box, scale))
  if (boxes.length > 0 && !transparent) {
    const whole = await ground.removeAlpha().png({ compressionLevel: 0 }).toBuffer()
    const calm = picture(whole).composite(await quieten(whole, boxes, { width, height }))
    return { bytes: await calm.removeAlpha().png({ compressionLevel: 0 }).toBuffer(), scale }
  }
  // Enlarging costs half as much without alpha.
  const kept = transparent ? ground : ground.removeAlpha()
  return { bytes: await kept.png({ compressionLevel: 0 }).toBuffer(), scale }
}

async function lettering(
  { request, layout, space }: Work,
  ground: { bytes: Buffer; scale: number },
): Promise<OverlayOptions> {
  const { words, visible } = layout
  const { scale, bytes } = ground
  const box = scaled(words, scale)
  const ink = request.exactTexts.length > 0 ? await inkColour(bytes, box) : '#ffffff'
  const type = await typeset(request.exactTexts, words, space.unit * 0.12, ink)
  const size = { width: space.width, height: space.height }
  return { input: Buffer.from(el('svg', { xmlns: 'http://www.w3.org/2000/svg', ...size }, type + badge(visible))) }
}

/** Draws one picture of a request: the same request and index always give the same pixels. */
export async function drawPicture(request: Request, references: OpenedReference[], index: number): Promise<Drawn> {
  const work = await plan(request, references, index)
  const { layout, space } = work
  const ground = await drawGround(work)
  const { width, height } = request.size
  const layers = [
    ...(request.background === 'transparent' ? [] : [grain(work.seed, QUALITIES[request.quality].grain)]),
    ...(await subjectLayers(ofRole(references, 'subject'), layout.focal, space.palette.shade)),
    ...(await logoLayers(ofRole(references, 'logo'), layout.visible)),
    await lettering(work, ground),
  ]
  const whole = picture(ground.bytes).resize(width, height, { fit: 'fill', kernel: 'cubic' }).composite(layers)
  const [kept, channels] =
    request.background === 'transparent' ? ([whole.ensureAlpha(), 4] as const) : ([whole.removeAlpha(), 3] as const)
  return { pixels: await kept.raw().toBuffer(), width, height, channels }
}
