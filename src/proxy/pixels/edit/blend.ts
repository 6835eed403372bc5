import type { Rect } from '#domain/rect.ts'
import { type ColourField, colourRow } from './colour-field.ts'
import type { Pixels, WorkOnRows } from './pixels.ts'

interface Blend {
  /** Three channels, the size of the box. */
  layer: Uint8Array
  /** 0 leaves a pixel as it is, 255 makes it the layer’s. */
  weights: Uint8Array
  /** How opaque what is protected is beside each pixel; null for a canvas without alpha. */
  beside: Uint8Array | null
  /** What is added to the layer; null for nothing. */
  field: ColourField | null
  /** Where it goes on the canvas. */
  box: Rect
}

/**
 * What mixes a layer into its box of the canvas, so many rows of the canvas at a time, each of them once. What has alpha
 * becomes opaque as far as it becomes the layer’s, and at once as opaque as what is protected beside it: nothing shines
 * through between the two.
 */
export function blender(canvas: Pixels, { layer, weights, beside, field, box }: Blend): WorkOnRows {
  // Rounds and holds to 0..255 what is stored in it.
  const out = new Uint8ClampedArray(canvas.data.buffer, canvas.data.byteOffset, canvas.data.length)
  const mixRow = canvas.channels === 4 ? mixClear : mixOpaque
  const { width } = box
  const add = new Float32Array(width * 3)
  return (first, end) => {
    const last = Math.min(end - box.y, box.height)
    for (let y = Math.max(0, first - box.y); y < last; y++) {
      if (field) colourRow(field, y, add)
      const to = ((box.y + y) * canvas.width + box.x) * canvas.channels
      const row = y * width
      mixRow(out, to, {
        layer: layer.subarray(row * 3, (row + width) * 3),
        weights: weights.subarray(row, row + width),
        beside: beside?.subarray(row, row + width),
        add,
      })
    }
  }
}

interface Row {
  layer: Uint8Array
  weights: Uint8Array
  beside: Uint8Array | undefined
  add: Float32Array
}

function mixOpaque(out: Uint8ClampedArray, start: number, { layer, weights, add }: Row): void {
  for (let x = 0, to = start, at = 0; x < weights.length; x++, to += 3, at += 3) {
    const weight = weights[x] ?? 0
    if (weight === 0) continue
    const red = (layer[at] ?? 0) + (add[at] ?? 0)
    const green = (layer[at + 1] ?? 0) + (add[at + 1] ?? 0)
    const blue = (layer[at + 2] ?? 0) + (add[at + 2] ?? 0)
    if (weight === 255) {
      out[to] = red
      out[to + 1] = green
      out[to + 2] = blue
      continue
    }
    const share = weight / 255
    out[to] = held(red) * share + (out[to] ?? 0) * (1 - share)
    out[to + 1] = held(green) * share + (out[to + 1] ?? 0) * (1 - share)
    out[to + 2] = held(blue) * share + (out[to + 2] ?? 0) * (1 - share)
  }
}

/** As colours behind glass: what was transparent has no part in the mixed colour. */
function mixClear(out: Uint8ClampedArray, start: number, { layer, weights, beside, add }: Row): void {
  for (let x = 0, to = start, at = 0; x < weights.length; x++, to += 4, at += 3) {
    const weight = weights[x] ?? 0
    if (weight === 0) continue
    const faded = 1 - weight / 255
    const own = (out[to + 3] ?? 0) / 255
    const kept = own * faded
    const alpha = 1 - faded + faded * Math.max(own, (beside?.[x] ?? 0) / 255)
    for (let one = 0; one < 3; one++) {
      const level = held((layer[at + one] ?? 0) + (add[at + one] ?? 0))
      out[to + one] = (level * (alpha - kept) + (out[to + one] ?? 0) * kept) / alpha
    }
    out[to + 3] = alpha * 255
  }
}

const held = (level: number): number => Math.max(0, Math.min(255, level))
