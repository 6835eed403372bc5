import type { BrushPoint, MaskPoint } from '#contract/draw-op.ts'
import { toPicture, type View } from './view.ts'

/** What a pointer event tells. */
export type Pointed = Pick<PointerEvent, 'pointerId' | 'pointerType' | 'pressure' | 'button' | 'clientX' | 'clientY'>

/** What is pointed at. */
export interface PointedAt {
  /** Where it begins, in points of the window. */
  box: { left: number; top: number }
  view: View
  pan: (by: MaskPoint) => void
  zoom: (by: number, at: MaskPoint) => void
  /** True while a pointer moves the picture. */
  panning: boolean
}

export interface PointerTrack {
  /** What is being drawn, so far; null when nothing is. */
  drawn: () => readonly BrushPoint[] | null
  down: (event: Pointed, on: PointedAt) => void
  /** `all`: where it was since the last time, the event itself last. */
  move: (event: Pointed, all: readonly Pointed[], on: PointedAt) => void
  /** What this pointer has drawn, now that it is lifted; null when nothing. */
  up: (event: Pointed) => readonly BrushPoint[] | null
  /** The system took the pointer away: what it drew is dropped. */
  cancel: (event: Pointed) => void
}

interface Down {
  readonly kind: string
  readonly at: MaskPoint
}

const MIDDLE_BUTTON = 1
/** Points of the window closer than this say nothing new. */
const NEAR = 0.75

export const placeOf = ({ clientX, clientY }: Pointed, { box }: Pick<PointedAt, 'box'>): MaskPoint => ({
  x: clientX - box.left,
  y: clientY - box.top,
})

/** Only a pen tells how hard it is pressed. */
const pointOf = (event: Pointed, on: PointedAt): BrushPoint => ({
  ...toPicture(on.view, placeOf(event, on)),
  pressure: event.pointerType === 'pen' ? event.pressure : 1,
})

/**
 * What a mouse, a pen or fingers do. One finger draws; two move and zoom. Where a pen draws, touches are the hand that holds
 * it, whichever came first.
 */
export function trackPointers(): PointerTrack {
  const down = new Map<number, Down>()
  let points: BrushPoint[] | null = null
  const penDown = (): boolean => [...down.values()].some(({ kind }) => kind === 'pen')
  return {
    drawn: () => points,
    down: (event, on) => {
      const { pointerId, pointerType, button } = event
      if (pointerType === 'touch' && penDown()) return
      if (pointerType === 'pen') for (const [id, { kind }] of down) if (kind === 'touch') down.delete(id)
      down.set(pointerId, { kind: pointerType, at: placeOf(event, on) })
      const moves = down.size > 1 || on.panning || button === MIDDLE_BUTTON
      points = moves || button !== 0 ? null : [pointOf(event, on)]
    },
    move: (event, all, on) => {
      const before = down.get(event.pointerId)
      if (!before) return
      if (!points) moveView(on, down, event.pointerId, placeOf(event, on))
      down.set(event.pointerId, { ...before, at: placeOf(event, on) })
      if (!points) return
      const news = all.map((each) => pointOf(each, on))
      points = [...points, ...apart(points.at(-1), news, NEAR / on.view.scale)]
    },
    up: ({ pointerId }) => {
      if (!down.delete(pointerId)) return null
      const drawn = points
      points = null
      return drawn
    },
    cancel: ({ pointerId }) => {
      if (down.delete(pointerId)) points = null
    },
  }
}

/** Those of new points that are some way from the one before. */
function apart(last: BrushPoint | undefined, news: readonly BrushPoint[], near: number): BrushPoint[] {
  const kept: BrushPoint[] = []
  for (const point of news) {
    const before = kept.at(-1) ?? last
    if (!before || Math.hypot(point.x - before.x, point.y - before.y) >= near) kept.push(point)
  }
  return kept
}

/** Moves the picture with one pointer, and zooms it around the middle of two. */
function moveView({ pan, zoom }: PointedAt, down: ReadonlyMap<number, Down>, moved: number, to: MaskPoint): void {
  const from = down.get(moved)?.at
  const [other] = [...down].filter(([id]) => id !== moved).map(([, { at }]) => at)
  if (!from) return
  if (!other) {
    pan({ x: to.x - from.x, y: to.y - from.y })
    return
  }
  const [before, after] = [Math.hypot(from.x - other.x, from.y - other.y), Math.hypot(to.x - other.x, to.y - other.y)]
  pan({ x: (to.x - from.x) / 2, y: (to.y - from.y) / 2 })
  if (before > 0 && after > 0) zoom(after / before, { x: (to.x + other.x) / 2, y: (to.y + other.y) / 2 })
}
