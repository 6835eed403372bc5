import { inBands } from '../in-bands.ts'
import { spread } from './flood.ts'
import { type Keyed, LABEL } from './keyed.ts'

/** Levels from the backdrop at which a flat part is the subject’s own colour rather than a part one sees through. */
export const SURE = 100

/** Pixels: how far around a solid part is flat, and how far inwards a soft edge can reach. */
const FLAT_AROUND = 4
const DEEPEST = 48

/** Finds backdrop, solid parts, and what is a mix of both. */
export async function labelPixels(keyed: Keyed): Promise<void> {
  await inBands(keyed, (first, end) => markBackdrop(keyed, first, end))
  if (!keyed.backdrop.asked) await keepOuterBackdrop(keyed)
  await inBands(keyed, (first, end) => markSolid(keyed, first, end))
  await markMixed(keyed)
}

function markBackdrop({ away, labels, width, height, backdrop }: Keyed, first: number, end: number): void {
  const most = 4 + 4.2 * backdrop.noise
  const mostAround = 3 + 2.2 * backdrop.noise
  for (let y = first; y < end; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      if ((away[at] ?? 0) > most) continue
      const up = y > 0 ? -width : 0
      const down = y + 1 < height ? width : 0
      const left = x > 0 ? -1 : 0
      const right = x + 1 < width ? 1 : 0
      const cross = (away[at + up] ?? 0) + (away[at + down] ?? 0) + (away[at + left] ?? 0) + (away[at + right] ?? 0)
      const corners = (away[at + up + left] ?? 0) + (away[at + up + right] ?? 0) + (away[at + down + left] ?? 0)
      const around = (away[at] ?? 0) + cross + corners + (away[at + down + right] ?? 0)
      if (around <= 9 * mostAround) labels[at] = LABEL.backdrop
    }
  }
}

/** Where the backdrop is not the colour that was asked for, only what reaches the border is taken for it. */
async function keepOuterBackdrop({ labels, width, height }: Keyed): Promise<void> {
  const outer = new Uint8Array(labels.length)
  const seeds: number[] = []
  const seed = (at: number) => {
    if (labels[at] !== LABEL.backdrop || outer[at] === 1) return
    outer[at] = 1
    seeds.push(at)
  }
  for (let x = 0; x < width; x++) for (const y of [0, height - 1]) seed(y * width + x)
  for (let y = 0; y < height; y++) for (const x of [0, width - 1]) seed(y * width + x)
  await spread(seeds, { width, height }, (_, to) => {
    if (labels[to] !== LABEL.backdrop || outer[to] === 1) return false
    outer[to] = 1
    return true
  })
  for (let at = 0; at < labels.length; at++) {
    if (labels[at] === LABEL.backdrop && outer[at] === 0) labels[at] = LABEL.inner
  }
}

function markSolid({ data, away, labels, width, height, backdrop }: Keyed, first: number, end: number): void {
  const most = (10 + 4 * backdrop.noise) ** 2
  const steps = [-FLAT_AROUND, 0, FLAT_AROUND]
  for (let y = first; y < end; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      if ((away[at] ?? 0) < SURE) continue
      let flat = true
      for (let i = 0; flat && i < 9; i++) {
        const column = Math.max(0, Math.min(width - 1, x + (steps[i % 3] ?? 0)))
        const row = Math.max(0, Math.min(height - 1, y + (steps[Math.floor(i / 3)] ?? 0)))
        flat = squareBetween(data, at * 4, (row * width + column) * 4) <= most
      }
      if (flat) labels[at] = LABEL.solid
    }
  }
}

const squareBetween = (data: Uint8Array, one: number, other: number): number =>
  ((data[one] ?? 0) - (data[other] ?? 0)) ** 2 +
  ((data[one + 1] ?? 0) - (data[other + 1] ?? 0)) ** 2 +
  ((data[one + 2] ?? 0) - (data[other + 2] ?? 0)) ** 2

/** From the backdrop inwards, as long as it gets no nearer to the backdrop’s colour; and whatever is hardly off it. */
async function markMixed(keyed: Keyed): Promise<void> {
  const { away, labels, width, height, backdrop } = keyed
  const dip = 4 + 2 * backdrop.noise
  const depth = new Uint8Array(labels.length)
  const seeds: number[] = []
  await inBands(keyed, (first, end) => {
    for (let at = first * width; at < end * width; at++) {
      const label = labels[at]
      if (label === LABEL.inner && (away[at] ?? 0) < SURE) labels[at] = LABEL.mixed
      if (label === LABEL.backdrop && hasOther(labels, at, width)) seeds.push(at)
    }
  })
  // A part that is mixed already is walked through too, so that the edge behind it is reached.
  const walked = new Uint8Array(labels.length)
  await spread(seeds, { width, height }, (from, to) => {
    const label = labels[to]
    if (walked[to] === 1 || label === LABEL.backdrop || label === LABEL.solid) return false
    const deeper = (depth[from] ?? 0) + 1
    if (deeper > DEEPEST || (away[to] ?? 0) < (away[from] ?? 0) - dip) return false
    walked[to] = 1
    depth[to] = deeper
    labels[to] = LABEL.mixed
    return true
  })
  if (!backdrop.asked) keepReached(keyed, walked)
}

function keepReached({ labels }: Keyed, walked: Uint8Array): void {
  for (let at = 0; at < labels.length; at++) {
    if (labels[at] === LABEL.mixed && walked[at] === 0) labels[at] = LABEL.inner
  }
}

function hasOther(labels: Uint8Array, at: number, width: number): boolean {
  for (let row = at - width; row <= at + width; row += width) {
    for (let next = row - 1; next <= row + 1; next++) {
      if ((labels[next] ?? LABEL.backdrop) !== LABEL.backdrop) return true
    }
  }
  return false
}
