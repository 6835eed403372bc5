import type { FigmaHost, HostEvent } from '../figma/simulated-figma.ts'
import { drawNode } from '../render/draw-node.ts'
import type { Rasterizer } from '../render/rasterizer.ts'
import { screenTransform } from './camera.ts'
import { drawOverlay } from './canvas-overlay.ts'
import { element } from './element.ts'

export interface CanvasView {
  readonly root: HTMLElement
  hover(id: string | undefined): void
  /** Draws outlines and labels again. */
  redraw(): void
}

interface Layer {
  readonly canvas: HTMLCanvasElement
  readonly context: CanvasRenderingContext2D
}

function createLayer(): Layer {
  const canvas = element('canvas', { class: 'canvas-layer', 'aria-hidden': 'true' })
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser has no 2D canvas.')
  return { canvas, context }
}

/** Empties a layer and sets it to the window's size in the screen's own pixels. */
function prepare({ canvas, context }: Layer, host: FigmaHost): void {
  canvas.width = Math.round(host.viewport.width * devicePixelRatio)
  canvas.height = Math.round(host.viewport.height * devicePixelRatio)
  context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0)
  context.textRendering = 'geometricPrecision'
  context.imageSmoothingQuality = 'high'
}

function drawDocument({ context }: Layer, host: FigmaHost, rasterizer: Rasterizer): void {
  const page = host.document.node(host.currentPageId)
  if (!page) return
  const [[zoom, , x], [, , y]] = screenTransform(host.viewport)
  context.transform(zoom, 0, 0, zoom, x, y)
  const scene = { document: host.document, images: (hash: string) => host.image(hash), rasterizer }
  for (const node of host.document.children(page)) drawNode(context, node, scene)
}

const changesDocument = new Set<HostEvent['type']>(['documentChanged', 'pageChanged', 'viewportChanged'])

/** The canvas: the document below, outlines and labels above it, each drawn only when it changed. */
export function createCanvasView(host: FigmaHost, rasterizer: Rasterizer): CanvasView {
  const [below, above] = [createLayer(), createLayer()]
  const label = 'Canvas. Arrow keys pan, plus and minus zoom, Delete removes the selected layers.'
  const attributes = { class: 'canvas', tabindex: 0, role: 'application', 'aria-label': label }
  const root = element('div', attributes, below.canvas, above.canvas)
  let hovered: string | undefined
  let scheduled = false
  let stale = true
  const draw = () => {
    scheduled = false
    if (stale) {
      prepare(below, host)
      drawDocument(below, host, rasterizer)
    }
    stale = false
    prepare(above, host)
    const style = getComputedStyle(root)
    const quiet = style.getPropertyValue('--quiet')
    const component = style.getPropertyValue('--figma-color-text-component')
    drawOverlay(above.context, host, hovered, { quiet, component })
  }
  const redraw = () => {
    if (!scheduled) requestAnimationFrame(draw)
    scheduled = true
  }
  new ResizeObserver(() => host.setViewport({ width: root.clientWidth, height: root.clientHeight })).observe(root)
  host.subscribe(({ type }) => {
    if (changesDocument.has(type)) stale = true
    if (stale || type === 'selectionChanged') redraw()
  })
  return {
    root,
    redraw,
    hover(id) {
      if (id === hovered) return
      hovered = id
      redraw()
    },
  }
}
