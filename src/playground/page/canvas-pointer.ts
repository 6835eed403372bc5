import type { NodeModel } from '../figma/node-model.ts'
import type { FigmaHost } from '../figma/simulated-figma.ts'
import { panBy, toCanvas, zoomAt } from './camera.ts'
import type { CanvasView } from './canvas-view.ts'
import { clicked, doubleClicked, hitPath } from './hit-test.ts'
import { toggled } from './toggled.ts'

const pathAt = (host: FigmaHost, event: MouseEvent): NodeModel[] => {
  const page = host.document.node(host.currentPageId)
  return page ? hitPath(host.document, page, toCanvas(host.viewport, { x: event.offsetX, y: event.offsetY })) : []
}

/** Layers next to the selected ones, except on the page itself. */
function siblingsOf(host: FigmaHost): Set<string> {
  const parents = host.selection.flatMap((id) => host.document.node(host.document.node(id)?.parentId ?? '') ?? [])
  return new Set(parents.filter((parent) => parent.type !== 'PAGE').flatMap((parent) => parent.childIds))
}

function targetOf(host: FigmaHost, event: MouseEvent): NodeModel | undefined {
  const path = pathAt(host, event)
  if (event.ctrlKey || event.metaKey) return path.at(-1)
  return clicked(path, new Set(host.selection), siblingsOf(host))
}

function select(host: FigmaHost, id: string | undefined, adds: boolean): void {
  const { selection } = host
  if (!adds) host.select(id === undefined ? [] : [id])
  else if (id !== undefined) host.select(toggled(selection, id))
}

/** Wheel pans, with Ctrl or a pinch it zooms. */
function followWheel(root: HTMLElement, host: FigmaHost): void {
  root.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault()
      const factor = event.deltaMode === 1 ? 16 : 1
      const { deltaX, deltaY, offsetX, offsetY } = event
      if (event.ctrlKey || event.metaKey) zoomAt(host, Math.exp(-deltaY * factor * 0.004), { x: offsetX, y: offsetY })
      else if (event.shiftKey && deltaX === 0) panBy(host, deltaY * factor, 0)
      else panBy(host, deltaX * factor, deltaY * factor)
    },
    { passive: false },
  )
}

/** Space and drag, or the middle button, moves the view. */
function followHand(root: HTMLElement, host: FigmaHost): { readonly active: boolean } {
  let space = false
  const setSpace = (down: boolean) => (event: KeyboardEvent) => {
    if (event.code !== 'Space' || event.target !== root) return
    event.preventDefault()
    space = down
    root.classList.toggle('canvas-hand', down)
  }
  root.addEventListener('keydown', setSpace(true))
  root.addEventListener('keyup', setSpace(false))
  root.addEventListener('pointerdown', (event) => {
    if (space || event.button === 1) root.setPointerCapture(event.pointerId)
  })
  root.addEventListener('pointermove', (event) => {
    if (root.hasPointerCapture(event.pointerId)) panBy(host, -event.movementX, -event.movementY)
  })
  return {
    get active() {
      return space
    },
  }
}

/** What the pointer does on the canvas. */
export function followPointer(view: CanvasView, host: FigmaHost): void {
  const { root } = view
  const hand = followHand(root, host)
  followWheel(root, host)
  root.addEventListener('pointermove', (event) => {
    view.hover(event.buttons === 0 && !hand.active ? targetOf(host, event)?.id : undefined)
  })
  root.addEventListener('pointerleave', () => view.hover(undefined))
  root.addEventListener('pointerdown', (event) => {
    if (event.button === 0 && !hand.active) select(host, targetOf(host, event)?.id, event.shiftKey)
  })
  root.addEventListener('dblclick', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    const target = doubleClicked(pathAt(host, event), new Set(host.selection))
    if (target) host.select([target.id])
  })
}
