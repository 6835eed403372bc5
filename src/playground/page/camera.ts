import type { FigmaHost, ViewportModel } from '../figma/simulated-figma.ts'
import { applyTo, type Box, boxAfter, type Point, union } from '../render/matrix.ts'
import { renderBounds } from '../render/render-bounds.ts'

const smallest = 0.02
const largest = 32
/** Pixels: in less the document would be too small to see, so it may lie under the plugin's window. */
const leastRoom = 400
const clampZoom = (zoom: number) => Math.min(largest, Math.max(smallest, zoom))

/** From the canvas to screen pixels of the window. */
export function screenTransform({ center, zoom, width, height }: ViewportModel): Transform {
  return [
    [zoom, 0, width / 2 - center.x * zoom],
    [0, zoom, height / 2 - center.y * zoom],
  ]
}

export const toScreen = (viewport: ViewportModel, point: Point) => applyTo(point, screenTransform(viewport))

export function toCanvas({ center, zoom, width, height }: ViewportModel, point: Point): Point {
  return { x: (point.x - width / 2) / zoom + center.x, y: (point.y - height / 2) / zoom + center.y }
}

export const boxToScreen = (viewport: ViewportModel, box: Box) => boxAfter(box, screenTransform(viewport))

/** Pixels of the screen. */
export function panBy(host: FigmaHost, dx: number, dy: number): void {
  const { center, zoom } = host.viewport
  host.setViewport({ center: { x: center.x + dx / zoom, y: center.y + dy / zoom } })
}

/** Keeps the canvas point under `at` where it is. */
export function zoomAt(host: FigmaHost, factor: number, at: Point): void {
  const { viewport } = host
  const fixed = toCanvas(viewport, at)
  const zoom = clampZoom(viewport.zoom * factor)
  const center = {
    x: fixed.x - (at.x - viewport.width / 2) / zoom,
    y: fixed.y - (at.y - viewport.height / 2) / zoom,
  }
  host.setViewport({ center, zoom })
}

export const zoomByStep = (host: FigmaHost, factor: number) =>
  zoomAt(host, factor, { x: host.viewport.width / 2, y: host.viewport.height / 2 })

/** Shows these nodes, or everything on the page, in what is left beside `covered` pixels on the right, when that is enough; never larger than life. */
export function zoomToFit(host: FigmaHost, ids: readonly string[] = [], covered = 0): void {
  const page = host.document.node(host.currentPageId)
  const chosen = ids.length > 0 ? ids : (page?.childIds ?? [])
  const nodes = chosen.flatMap((id) => host.document.node(id) ?? [])
  const box = union(nodes.flatMap((node) => renderBounds(host.document, node) ?? []))
  if (!box) return
  const { height } = host.viewport
  const free = host.viewport.width - covered
  const width = free < leastRoom ? host.viewport.width : free
  const margin = 44
  const zoom = Math.min((width - margin * 2) / box.width, (height - margin * 2) / box.height, 1)
  host.setViewport({
    zoom: clampZoom(zoom),
    center: {
      x: box.x + box.width / 2 + (host.viewport.width - width) / 2 / clampZoom(zoom),
      y: box.y + box.height / 2,
    },
  })
}
