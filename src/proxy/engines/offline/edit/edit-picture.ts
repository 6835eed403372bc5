import type { OverlayOptions } from 'sharp'
import type { Request } from '#domain/request.ts'
import { picture } from '../../../pixels/picture.ts'
import { badge } from '../badge.ts'
import { choosePalette } from '../choose-palette.ts'
import type { Drawn } from '../draw-picture.ts'
import { thingOf } from '../lone-thing.ts'
import type { OpenedReference } from '../opened-reference.ts'
import { seededRandom } from '../random.ts'
import { svgLayer } from '../svg-layer.ts'
import { type Place, placeOf, type Size, spilling } from './place.ts'
import { redraw } from './redraw.ts'
import { type Task, taskOf, wantedLines } from './task-of.ts'
import { type EditWork, layOver, type Treatment } from './treatment.ts'
import { continueOutwards } from './treatments/continue-outwards.ts'
import { fill } from './treatments/fill.ts'
import { putThing } from './treatments/put-thing.ts'
import { setText } from './treatments/set-text.ts'
import { clean, premium, recolour, relight, restyle, season } from './treatments/tone.ts'

const TREATMENTS: Readonly<Record<Task, Treatment>> = {
  change: (work) => (thingOf(work.words) === null ? recolour(work) : putThing(work)),
  replace: putThing,
  background: recolour,
  remove: fill,
  recolour,
  relight,
  clean,
  restyle,
  outfit: recolour,
  season,
  text: setText,
  premium,
  expand: continueOutwards,
}

const wordsOf = (lines: string[]): string[] =>
  lines
    .join(' ')
    .toLowerCase()
    .match(/\p{L}+/gu) ?? []

/** Narrower places have no room for the badge. */
const BADGE_ROOM = 200

function badgeLayer({ box }: Place, size: Size): OverlayOptions[] {
  if (Math.min(box.width, box.height) < BADGE_ROOM) return []
  return [svgLayer(size, badge(box))]
}

async function prepare(
  request: Request,
  [original, ...others]: [OpenedReference, ...OpenedReference[]],
  mask: Uint8Array | null,
  index: number,
): Promise<EditWork> {
  const { size, prompt } = request
  const random = seededRandom(`${index} ${prompt}`)
  const lines = wantedLines(prompt)
  const words = wordsOf(lines)
  return {
    request,
    size,
    place: await placeOf(mask, size),
    ground: await redraw(original.bytes, size, random),
    subjects: others.filter(({ role }) => role === 'subject' || role === 'logo'),
    lines,
    words,
    palette: await choosePalette(words, others, random),
    random,
  }
}

/**
 * Edits the first reference as models do: everything is drawn again and drifts a little; where the mask is clear (without one,
 * everywhere) what was asked for is done, and spills a little over its edge.
 */
export async function editPicture(
  request: Request,
  references: [OpenedReference, ...OpenedReference[]],
  mask: Uint8Array | null,
  index: number,
): Promise<Drawn> {
  const work = await prepare(request, references, mask, index)
  const { size, place, ground } = work
  const treated = await layOver(await TREATMENTS[taskOf(request.prompt)](work), size, badgeLayer(place, size))
  const cover = await spilling(place, size)
  const changed = await picture(treated, { raw: { ...size, channels: 3 } })
    .joinChannel(cover, { raw: { ...size, channels: 1 } })
    .raw()
    .toBuffer()
  const layer: OverlayOptions = { input: changed, raw: { ...size, channels: 4 } }
  return { pixels: await layOver(ground, size, [layer]), ...size, channels: 3 }
}
