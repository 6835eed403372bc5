import type { FigmaHost } from '../figma/simulated-figma.ts'
import { drawNode } from '../render/draw-node.ts'
import type { Rasterizer } from '../render/rasterizer.ts'
import { screenTransform } from './camera.ts'
import { drawOverlay } from './canvas-overlay.ts'
import { element } from './element.ts'

export interface CanvasView {
  readonly root: HTMLElement
  hover(id: string | undefined): void
  redraw(): void
}

function context2d(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser has no 2D canvas.')
  return context
}

function drawDocument(context: CanvasRenderingContext2D, host: FigmaHost, rasterizer: Rasterizer, ratio: number): void {
  const page = host.document.node(host.currentPageId)
  if (!page) return
  const [[zoom, , x], [, , y]] = screenTransform(host.viewport)
  context.setTransform(zoom * ratio, 0, 0, zoom * ratio, x * ratio, y * ratio)
  context.imageSmoothingQuality = 'high'
  const scene = { document: host.document, images: (hash: string) => host.image(hash), rasterizer }
  for (const node of host.document.children(page)) drawNode(context, node, scene)
}

/** The canvas: the document below, outlines and labels above it, both at the screen's own pixels. */
export function createCanvasView(host: FigmaHost, rasterizer: Rasterizer): CanvasView {
  const content = element('canvas', { class: 'canvas-layer' })
  const overlay = element('canvas', { class: 'canvas-layer', 'aria-hidden': 'true' })
  const root = element(
    'div',
    { class: 'canvas', tabindex: 0, role: 'application', 'aria-label': 'Canvas. Arrow keys pan, plus and minus zoom.' },
    content,
    overlay,
  )
  const layers = [content, overlay].map((canvas) => ({ canvas, context: context2d(canvas) }))
  let hovered: string | undefined
  let scheduled = false
  const draw = () => {
    scheduled = false
    const ratio = devicePixelRatio
    for (const { canvas, context } of layers) {
      canvas.width = Math.round(host.viewport.width * ratio)
      canvas.height = Math.round(host.viewport.height * ratio)
      context.setTransform(ratio, 0, 0, ratio, 0, 0)
      context.textRendering = 'geometricPrecision'
    }
    const [below, above] = layers
    if (below) drawDocument(below.context, host, rasterizer, ratio)
    const style = getComputedStyle(root)
    const quiet = style.getPropertyValue('--quiet')
    const component = style.getPropertyValue('--figma-color-text-component')
    if (above) drawOverlay(above.context, host, hovered, { quiet, component })
  }
  const redraw = () => {
    if (!scheduled) requestAnimationFrame(draw)
    scheduled = true
  }
  new ResizeObserver(() => host.setViewport({ width: root.clientWidth, height: root.clientHeight })).observe(root)
  host.subscribe((event) => {
    if (['documentChanged', 'selectionChanged', 'pageChanged', 'viewportChanged'].includes(event.type)) redraw()
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
