import type { NodeModel } from '../figma/node-model.ts'
import type { FigmaHost } from '../figma/simulated-figma.ts'
import { applyTo, multiply, type Point, union } from '../render/matrix.ts'
import { absoluteBoundingBox, absoluteTransform } from '../render/node-geometry.ts'
import { boxToScreen, screenTransform, toScreen } from './camera.ts'

const blue = '#0d99ff'
const purple = '#9747ff'
/** Colours of names, which follow the theme. */
export interface OverlayInk {
  readonly quiet: string
  readonly component: string
}

const isComponent = (node: NodeModel) => ['COMPONENT', 'COMPONENT_SET', 'INSTANCE'].includes(node.type)
const labelled = new Set<NodeModel['type']>(['FRAME', 'COMPONENT', 'COMPONENT_SET', 'INSTANCE', 'SECTION'])
const colorOf = (node: NodeModel) => (isComponent(node) ? purple : blue)

function corners(host: FigmaHost, node: NodeModel): Point[] {
  const transform = multiply(screenTransform(host.viewport), absoluteTransform(host.document, node))
  const { width, height } = node
  return [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ].map((corner) => applyTo(corner, transform))
}

function outline(context: CanvasRenderingContext2D, host: FigmaHost, node: NodeModel, weight: number): void {
  context.beginPath()
  for (const [index, { x, y }] of corners(host, node).entries()) {
    if (index === 0) context.moveTo(x, y)
    else context.lineTo(x, y)
  }
  context.closePath()
  context.strokeStyle = colorOf(node)
  context.lineWidth = weight
  context.stroke()
}

function handles(context: CanvasRenderingContext2D, host: FigmaHost, node: NodeModel): void {
  context.fillStyle = '#fff'
  context.strokeStyle = colorOf(node)
  context.lineWidth = 1
  for (const { x, y } of corners(host, node)) {
    context.beginPath()
    context.rect(Math.round(x) - 3.5, Math.round(y) - 3.5, 7, 7)
    context.fill()
    context.stroke()
  }
}

/** The name above a top-level frame, cut to the frame's width. */
function label(context: CanvasRenderingContext2D, host: FigmaHost, node: NodeModel, ink: OverlayInk): void {
  const box = boxToScreen(host.viewport, absoluteBoundingBox(host.document, node))
  const chosen = host.selection.includes(node.id)
  context.fillStyle = isComponent(node) ? ink.component : chosen ? blue : ink.quiet
  let text = node.name
  const room = Math.max(24, box.width)
  while (text.length > 1 && context.measureText(text).width > room) text = `${text.slice(0, -2)}…`
  context.fillText(text, box.x, box.y - 7)
}

const round = (value: number) => String(Math.round(value * 100) / 100)

/** The blue badge with the size, under the selection. */
function sizeBadge(context: CanvasRenderingContext2D, host: FigmaHost, nodes: readonly NodeModel[]): void {
  const box = union(nodes.map((node) => absoluteBoundingBox(host.document, node)))
  const [only] = nodes
  if (!box || !only) return
  const size = nodes.length === 1 ? only : box
  const text = `${round(size.width)} × ${round(size.height)}`
  const middle = toScreen(host.viewport, { x: box.x + box.width / 2, y: box.y + box.height })
  const width = context.measureText(text).width + 12
  context.fillStyle = nodes.every(isComponent) ? purple : blue
  context.beginPath()
  context.roundRect(Math.round(middle.x - width / 2), Math.round(middle.y) + 8, width, 18, 3)
  context.fill()
  context.fillStyle = '#fff'
  context.fillText(text, Math.round(middle.x - width / 2) + 6, Math.round(middle.y) + 21)
}

/** Labels, outlines and handles, in screen pixels. */
export function drawOverlay(
  context: CanvasRenderingContext2D,
  host: FigmaHost,
  hovered: string | undefined,
  ink: OverlayInk,
) {
  const { document } = host
  const page = document.node(host.currentPageId)
  if (!page) return
  context.font = '500 11px Inter'
  for (const node of document.children(page)) {
    if (node.visible && labelled.has(node.type)) label(context, host, node, ink)
    if (node.type !== 'SECTION') continue
    for (const child of document.children(node))
      if (child.visible && labelled.has(child.type)) label(context, host, child, ink)
  }
  const hover = hovered === undefined ? undefined : document.node(hovered)
  if (hover) outline(context, host, hover, 2)
  const selected = host.selection.flatMap((id) => document.node(id) ?? [])
  for (const node of selected) outline(context, host, node, 1.5)
  if (selected.length === 1 && selected[0]) handles(context, host, selected[0])
  if (selected.length > 0) sizeBadge(context, host, selected)
}
