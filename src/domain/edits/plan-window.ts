import { type Extent, NOISE } from '../legal-sizes.ts'
import { lowest } from '../lowest.ts'
import type { Model, Quality } from '../models.ts'
import type { Rect } from '../rect.ts'
import { type Bounds, type FittedWindow, fitWindow, isDrawable, placeWindow } from './fit-window.ts'
import { type PricedSize, pricedSizes } from './priced-sizes.ts'

export interface WindowQuestion {
  /** Pixels of the whole picture wanted. */
  readonly canvas: Extent
  /** The smallest box around all that may change, in pixels of the canvas, inside it. */
  readonly box: Rect
  readonly model: Model
  readonly quality: Quality
  /** True: the whole canvas is sent. */
  readonly whole: boolean
}

export interface PlannedWindow {
  /** Pixels of the canvas; it sticks out where what changes is longer than the model can draw. */
  readonly window: Rect
  /** Pixels to ask the model for; always a legal size. */
  readonly size: Extent
  /** How much the window is enlarged on its way to the model; 1 or more keeps all its detail. */
  readonly scale: number
}

/**
 * Shown around what changes, so that the model sees where it belongs: shares of the box’s longer edge, less only where detail
 * would be lost otherwise, and never less than a few pixels.
 */
const CONTEXTS = [0.35, 0.2, 0.1, 0] as const
const LEAST_CONTEXT = 64
/** Costs this close count as equal; then the one that needs least resampling wins. */
const EQUAL_COST = 1.01

/**
 * The cheapest legal size, and the part of a canvas sent at it, that shows all that may change with some context and
 * loses none of its detail. When what changes is larger than the model can draw, the size that loses least.
 */
export function planWindow({ canvas, box, model, quality, whole }: WindowQuestion): PlannedWindow {
  const rooms = different([canvas, paddedTo(canvas, model.sizes.maxAspect)])
  const needs = different(
    whole ? [{ x: 0, y: 0, ...canvas }] : CONTEXTS.map((share) => withContext(box, share, canvas)),
  )
  const sizes = pricedSizes(model, quality)
  const chosen = search(cheapestSharp, needs) ?? search(sharpest, needs.slice(-1))
  if (!chosen) throw new Error(`No size shows ${canvas.width} × ${canvas.height}.`)
  return chosen

  function search(find: typeof sharpest, among: readonly Rect[]): PlannedWindow | null {
    const bounds = rooms.flatMap((room) => among.map((need) => ({ need, room })))
    for (const one of bounds.filter(({ need, room }) => isDrawable(need, room, model.sizes.maxAspect))) {
      const found = find(sizes, one)
      if (found) return { window: placeWindow(found, one.need, canvas), size: found.size, scale: found.scale }
    }
    return null
  }
}

/** Those that follow one of another size. */
function different<T extends Extent>(extents: readonly T[]): T[] {
  return extents.filter(({ width, height }, i) => width !== extents[i - 1]?.width || height !== extents[i - 1]?.height)
}

function withContext(box: Rect, share: number, canvas: Extent): Rect {
  const margin = Math.ceil(Math.max(LEAST_CONTEXT, share * Math.max(box.width, box.height)))
  const x = Math.max(0, box.x - margin)
  const y = Math.max(0, box.y - margin)
  return {
    x,
    y,
    width: Math.min(canvas.width, box.x + box.width + margin) - x,
    height: Math.min(canvas.height, box.y + box.height + margin) - y,
  }
}

/** The canvas with so much added to its shorter edge that it is no longer than the model can draw. */
function paddedTo({ width, height }: Extent, maxAspect: number): Extent {
  return {
    width: Math.max(width, Math.ceil(height / maxAspect)),
    height: Math.max(height, Math.ceil(width / maxAspect)),
  }
}

/** Of the windows that keep all detail, the cheapest; of those that cost nearly the same, the one that needs least resampling. */
function cheapestSharp(sizes: readonly PricedSize[], bounds: Bounds): FittedWindow | null {
  const equal: FittedWindow[] = []
  const { width, height } = bounds.need
  let ceiling = Infinity
  for (const size of sizes) {
    if (size.cost > ceiling) break
    if (size.width < width || size.height < height) continue
    const candidate = fitWindow(size, bounds)
    if (!candidate || candidate.scale < 1 - NOISE) continue
    ceiling = Math.min(ceiling, size.cost * EQUAL_COST)
    equal.push(candidate)
  }
  return equal.length > 0 ? lowest(equal, [resampling, mostShown]) : null
}

/** The window that keeps most detail, and of several that do the cheapest. */
function sharpest(sizes: readonly PricedSize[], bounds: Bounds): FittedWindow | null {
  const { width, height } = bounds.need
  let best: FittedWindow | null = null
  for (const size of sizes) {
    if (best && Math.min(size.width / width, size.height / height) <= best.scale) continue
    const candidate = fitWindow(size, bounds)
    if (candidate && (!best || candidate.scale > best.scale)) best = candidate
  }
  return best
}

type Rank = (candidate: FittedWindow) => number

const resampling: Rank = ({ across, along }) => Math.max(across, along)
const mostShown: Rank = ({ width, height }) => -width * height
