import { type Extent, legalSizes, NOISE } from './legal-sizes.ts'
import type { Model, Quality } from './models.ts'
import { inputImageTokens, outputTokens } from './pricing.ts'
import type { Rect } from './rect.ts'

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
  /** Pixels of the canvas; it sticks out of a canvas longer than the model can draw. */
  readonly window: Rect
  /** Pixels to ask the model for; always a legal size. */
  readonly size: Extent
  /** How much the window is enlarged on its way to the model; 1 or more keeps all its detail. */
  readonly scale: number
}

/** Shown around what changes, so that the model sees where it belongs: pixels, and a share of the box's longer edge. */
const LEAST_CONTEXT = 64
const CONTEXT = 0.35
/** How much more a window may be enlarged along one side than along the other. */
const MAX_STRETCH = 1.02
/** Costs this close count as equal; then the one that needs least resampling wins. */
const EQUAL_COST = 1.01

interface Candidate {
  readonly size: Extent
  readonly width: number
  readonly height: number
  readonly scale: number
}

/**
 * The cheapest legal size, and the part of a canvas sent at it, that shows all that may change with some context and
 * loses none of its detail. When what changes is larger than the model can draw, the size that loses least.
 */
export function planWindow(question: WindowQuestion): PlannedWindow {
  const { canvas, model, whole } = question
  const need = whole ? { x: 0, y: 0, ...canvas } : withContext(question.box, canvas)
  const room = { x: 0, y: 0, ...canvas }
  const inside = candidates(need, room, model)
  const around = inside.length > 0 ? room : paddedTo(room, model.sizes.maxAspect)
  const chosen = choose(inside.length > 0 ? inside : candidates(need, around, model), question)
  return { window: placed(chosen, need, around), size: chosen.size, scale: chosen.scale }
}

function withContext(box: Rect, canvas: Extent): Rect {
  const margin = Math.ceil(Math.max(LEAST_CONTEXT, CONTEXT * Math.max(box.width, box.height)))
  const x = Math.max(0, box.x - margin)
  const y = Math.max(0, box.y - margin)
  return {
    x,
    y,
    width: Math.min(canvas.width, box.x + box.width + margin) - x,
    height: Math.min(canvas.height, box.y + box.height + margin) - y,
  }
}

/** The room with so much added on both its long sides that it is no longer than the model can draw. */
function paddedTo(room: Rect, maxAspect: number): Rect {
  const width = Math.max(room.width, Math.ceil(room.height / maxAspect))
  const height = Math.max(room.height, Math.ceil(room.width / maxAspect))
  return {
    x: -Math.floor((width - room.width) / 2),
    y: -Math.floor((height - room.height) / 2),
    width,
    height,
  }
}

/** The windows of all legal sizes that show what is needed without being distorted. */
function candidates(need: Extent, room: Rect, model: Model): Candidate[] {
  const found: Candidate[] = []
  for (const size of legalSizes(model.sizes)) {
    const least = Math.max(1, size.width / room.width, size.height / room.height)
    const width = Math.max(need.width, Math.floor(size.width / least))
    const height = Math.max(need.height, Math.floor(size.height / least))
    const [across, along] = [size.width / width, size.height / height]
    const stretch = Math.max(across, along) / Math.min(across, along)
    if (stretch <= MAX_STRETCH) found.push({ size, width, height, scale: Math.min(across, along) })
  }
  return found
}

function choose(found: readonly Candidate[], { model, quality }: WindowQuestion): Candidate {
  const sharp = found.filter(({ scale }) => scale >= 1 - NOISE)
  if (sharp.length === 0) return lowest(found, ({ scale }) => -scale)
  const priced = sharp.map((candidate) => ({ candidate, cost: costOf(candidate, model, quality) }))
  const ceiling = priced.reduce((least, { cost }) => Math.min(least, cost), Infinity) * EQUAL_COST
  const cheap = priced.filter(({ cost }) => cost <= ceiling).map(({ candidate }) => candidate)
  return lowest(cheap, ({ scale }) => scale)
}

function costOf({ size }: Candidate, model: Model, quality: Quality): number {
  return outputTokens(model, quality, size) * model.prices.imageOut + inputImageTokens(size) * model.prices.imageIn
}

function lowest(found: readonly Candidate[], rank: (candidate: Candidate) => number): Candidate {
  return found.reduce((leader, candidate) => (rank(candidate) < rank(leader) ? candidate : leader))
}

/** The window with what is needed in its middle, moved as little as it must to lie in the room. */
function placed({ width, height }: Candidate, need: Rect, room: Rect): Rect {
  const along = (from: number, length: number, least: number, most: number, size: number) =>
    Math.max(least, Math.min(Math.round(from + (length - size) / 2), most - size))
  return {
    x: along(need.x, need.width, room.x, room.x + room.width, width),
    y: along(need.y, need.height, room.y, room.y + room.height, height),
    width,
    height,
  }
}
