import type { FigmaHost } from '../figma/simulated-figma.ts'
import { cssColor } from '../render/paint-style.ts'
import { element } from './element.ts'

const percent = (value = 1) => `${Math.round(value * 100)}%`
const hex = (value: number) =>
  Math.round(value * 255)
    .toString(16)
    .padStart(2, '0')
    .toUpperCase()
const capital = (text: string) => text.charAt(0) + text.slice(1).toLowerCase()

/** The picture of an image fill, covering a small square. */
function thumbnail(host: FigmaHost, hash: string | null): HTMLElement {
  const side = 64
  const canvas = element('canvas', { class: 'swatch', width: side, height: side, 'aria-hidden': 'true' })
  const image = hash === null ? undefined : host.image(hash)
  if (image) {
    const scale = Math.max(side / image.width, side / image.height)
    const [width, height] = [image.width * scale, image.height * scale]
    canvas.getContext('2d')?.drawImage(image, (side - width) / 2, (side - height) / 2, width, height)
  }
  return canvas
}

const flatSwatch = (background: string) => element('span', { class: 'swatch', style: `background: ${background}` })

function gradientSwatch(paint: GradientPaint): HTMLElement {
  const stops = paint.gradientStops.map((stop) => `${cssColor(stop.color)} ${percent(stop.position)}`)
  return flatSwatch(`linear-gradient(135deg, ${stops.join(', ')})`)
}

function describe(host: FigmaHost, paint: Paint): { swatch: HTMLElement; name: string; note: string } {
  if (paint.type === 'SOLID') {
    const { r, g, b } = paint.color
    return { swatch: flatSwatch(cssColor(paint.color)), name: hex(r) + hex(g) + hex(b), note: '' }
  }
  if (paint.type === 'IMAGE') {
    const image = paint.imageHash === null ? undefined : host.image(paint.imageHash)
    const note = image ? `${image.width} × ${image.height}` : ''
    return { swatch: thumbnail(host, paint.imageHash), name: `Image · ${capital(paint.scaleMode)}`, note }
  }
  if ('gradientStops' in paint) {
    return { swatch: gradientSwatch(paint), name: capital(paint.type.replace('GRADIENT_', '')), note: '' }
  }
  return { swatch: flatSwatch('transparent'), name: capital(paint.type), note: '' }
}

/** One fill or stroke of the selected layer. */
export function createFillRow(host: FigmaHost, paint: Paint): HTMLElement {
  const { swatch, name, note } = describe(host, paint)
  const row = element(
    'li',
    { class: paint.visible === false ? 'fill fill-hidden' : 'fill' },
    swatch,
    element('span', { class: 'fill-name' }, name),
    element('span', { class: 'fill-note' }, note),
    element('span', { class: 'fill-opacity' }, percent(paint.opacity)),
  )
  row.classList.toggle('fill-image', paint.type === 'IMAGE')
  return row
}
