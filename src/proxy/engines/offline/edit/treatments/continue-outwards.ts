import type { OverlayOptions } from 'sharp'
import { picture } from '../../../../pixels/picture.ts'
import type { Box } from '../../box.ts'
import { grain } from '../../grain.ts'
import { loneThing, thingOf } from '../../lone-thing.ts'
import { between } from '../../random.ts'
import { el, spot } from '../../svg.ts'
import { svgLayer } from '../../svg-layer.ts'
import { keptBox } from '../place.ts'
import { type EditWork, layOver, type Treatment } from '../treatment.ts'

const MIN_STRIP = 48

/** The widest empty strip beside, above or below what is kept; null when all are narrow. */
function widestStrip(kept: Box, { width, height }: EditWork['size']): Box | null {
  const right = kept.x + kept.width
  const bottom = kept.y + kept.height
  const strips = [
    { x: 0, y: height * 0.25, width: kept.x, height: height * 0.6 },
    { x: right, y: height * 0.25, width: width - right, height: height * 0.6 },
    { x: width * 0.25, y: 0, width: width * 0.5, height: kept.y },
    { x: width * 0.25, y: bottom, width: width * 0.5, height: height - bottom },
  ]
  const widest = strips.toSorted((a, b) => Math.min(b.width, b.height) - Math.min(a.width, a.height))[0]
  return widest && Math.min(widest.width, widest.height) >= MIN_STRIP ? widest : null
}

/** Soft spots of light all over, or the thing that was asked for. */
function detail(work: EditWork, kept: Box): OverlayOptions {
  const { size, random, palette, words } = work
  const unit = Math.min(size.width, size.height)
  const spots = Array.from({ length: 14 }, () => {
    const r = unit * between(random, 0.03, 0.12)
    const place = { cx: size.width * random(), cy: size.height * random(), rx: r, ry: r }
    return el('ellipse', { ...place, fill: 'url(#spot)' })
  }).join('')
  const strip = thingOf(words) === null ? null : widestStrip(kept, size)
  const thing = strip ? loneThing({ ...work, shadow: true }, strip) : ''
  return svgLayer(size, el('defs', {}, spot('spot', palette.light, 0.22)) + spots + thing)
}

/** The picture goes on beyond its borders: mirrored, softer the farther it is from them, with a little to see in it. */
export const continueOutwards: Treatment = async (work) => {
  const { ground, size, place, request } = work
  const kept = keptBox(place, size) ?? { x: 0, y: 0, ...size }
  const inner = picture(ground, { raw: { ...size, channels: 3 } }).extract({
    left: kept.x,
    top: kept.y,
    width: kept.width,
    height: kept.height,
  })
  const margins = {
    left: kept.x,
    top: kept.y,
    right: size.width - kept.x - kept.width,
    bottom: size.height - kept.y - kept.height,
  }
  const around = await inner
    .extend({ ...margins, extendWith: 'mirror' })
    .raw()
    .toBuffer()
  const reach = Math.max(1, Math.round(Math.max(...Object.values(margins)) / 60))
  const soft = await picture(around, { raw: { ...size, channels: 3 } })
    .blur(reach)
    .raw()
    .toBuffer()
  return await layOver(soft, size, [detail(work, kept), grain(request.prompt, 14)])
}
