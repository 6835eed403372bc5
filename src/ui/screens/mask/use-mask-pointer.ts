import { useRef, useState } from 'preact/hooks'
import { coversSomething, growingOp } from '../../mask/growing-op.ts'
import { toPicture } from '../../mask/view.ts'
import type { MaskTools } from '../../state/edits/edit-state.ts'
import type { BrushPoint, DrawOp, MaskPoint } from '../../state/edits/mask-part.ts'
import type { MaskView } from './use-mask-view.ts'

interface PointerQuestion {
  seen: MaskView
  tools: MaskTools
  /** True while the pointer moves the picture. */
  panning: () => boolean
  onDrawn: (op: DrawOp) => void
}

export interface MaskPointer {
  /** What is being drawn; null when nothing is. */
  live: DrawOp | null
  /** Where the pointer is, in points of the window; null when it is elsewhere. */
  hover: MaskPoint | null
  handlers: Record<
    'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel' | 'onPointerLeave',
    (event: PointerEvent) => void
  >
}

const MIDDLE_BUTTON = 1
/** Points of the window closer than this say nothing new. */
const NEAR = 0.75

/** Those of new points that are some way from the one before. */
function apart(last: BrushPoint | undefined, news: readonly BrushPoint[], near: number): BrushPoint[] {
  const kept: BrushPoint[] = []
  for (const point of news) {
    const before = kept.at(-1) ?? last
    if (!before || Math.hypot(point.x - before.x, point.y - before.y) >= near) kept.push(point)
  }
  return kept
}

function placeOf(event: PointerEvent): MaskPoint {
  const box = event.currentTarget instanceof Element ? event.currentTarget.getBoundingClientRect() : new DOMRect()
  return { x: event.clientX - box.left, y: event.clientY - box.top }
}

/** Drawing and moving with a mouse, a pen or fingers. One finger draws; two move and zoom. */
export function useMaskPointer({ seen, tools, panning, onDrawn }: PointerQuestion): MaskPointer {
  const [live, setLive] = useState<DrawOp | null>(null)
  const [hover, setHover] = useState<MaskPoint | null>(null)
  const down = useRef(new Map<number, MaskPoint>())
  const points = useRef<BrushPoint[] | null>(null)
  const inPicture = (event: PointerEvent, box: DOMRect): BrushPoint => ({
    ...toPicture(seen.view, { x: event.clientX - box.left, y: event.clientY - box.top }),
    // A mouse has no pressure to tell.
    pressure: event.pointerType === 'pen' ? event.pressure : 1,
  })
  const stop = (): void => {
    points.current = null
    setLive(null)
  }
  const begin = (event: PointerEvent): void => {
    if (!(event.currentTarget instanceof Element)) return
    event.currentTarget.setPointerCapture(event.pointerId)
    down.current.set(event.pointerId, placeOf(event))
    const moves = down.current.size > 1 || panning() || event.button === MIDDLE_BUTTON
    if (moves || event.button !== 0) {
      stop()
      return
    }
    points.current = [inPicture(event, event.currentTarget.getBoundingClientRect())]
    setLive(growingOp(tools, points.current))
  }
  const move = (event: PointerEvent): void => {
    const here = placeOf(event)
    setHover(here)
    const before = down.current.get(event.pointerId)
    if (!before || !(event.currentTarget instanceof Element)) return
    const drawn = points.current
    if (!drawn) moveView(seen, down.current, event.pointerId, here)
    down.current.set(event.pointerId, here)
    if (!drawn) return
    const box = event.currentTarget.getBoundingClientRect()
    const all = event.getCoalescedEvents?.() ?? []
    const news = (all.length > 0 ? all : [event]).map((each) => inPicture(each, box))
    points.current = [...drawn, ...apart(drawn.at(-1), news, NEAR / seen.view.scale)]
    setLive(growingOp(tools, points.current))
  }
  const end = (event: PointerEvent): void => {
    down.current.delete(event.pointerId)
    const op = points.current && growingOp(tools, points.current)
    stop()
    if (op && coversSomething(op)) onDrawn(op)
  }
  return {
    live,
    hover,
    handlers: {
      onPointerDown: begin,
      onPointerMove: move,
      onPointerUp: end,
      onPointerCancel: (event) => {
        down.current.delete(event.pointerId)
        stop()
      },
      onPointerLeave: () => setHover(null),
    },
  }
}

/** Moves the picture with one pointer, and zooms it around the middle of two. */
function moveView(seen: MaskView, down: ReadonlyMap<number, MaskPoint>, moved: number, to: MaskPoint): void {
  const from = down.get(moved)
  const [other] = [...down].filter(([id]) => id !== moved).map(([, place]) => place)
  if (!from) return
  if (!other) {
    seen.pan({ x: to.x - from.x, y: to.y - from.y })
    return
  }
  const [before, after] = [Math.hypot(from.x - other.x, from.y - other.y), Math.hypot(to.x - other.x, to.y - other.y)]
  seen.pan({ x: (to.x - from.x) / 2, y: (to.y - from.y) / 2 })
  if (before > 0 && after > 0) seen.zoom(after / before, { x: (to.x + other.x) / 2, y: (to.y + other.y) / 2 })
}
