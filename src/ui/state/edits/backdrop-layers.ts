import type { FrameLayer } from '#contract/plugin-wire.ts'
import type { Foreground } from '#domain/edits/foreground.ts'

type Box = FrameLayer['box']

const WHOLE: Box = { x: 0, y: 0, width: 1, height: 1 }
/** Share of the frame a layer covers to be offered for a background, and to hide what is beneath it. */
const OFFERED = 0.8
const HIDING = 0.98

const overlap = (from: number, length: number): number => Math.max(0, Math.min(1, from + length) - Math.max(0, from))
const covered = ({ box }: FrameLayer): number => overlap(box.x, box.width) * overlap(box.y, box.height)
const holdsPicture = ({ canFill, visible, text }: FrameLayer): boolean => canFill && visible && text === undefined

/** The layers that can show a background in place of the frame’s own fill, topmost first. */
export const backdropCandidates = (layers: readonly FrameLayer[]): FrameLayer[] =>
  layers.filter((layer) => holdsPicture(layer) && covered(layer) >= OFFERED).toReversed()

/** The layers that would hide the frame’s own fill if they are opaque, topmost first. */
export const hidingLayers = (layers: readonly FrameLayer[]): FrameLayer[] =>
  backdropCandidates(layers).filter((layer) => covered(layer) >= HIDING)

/** What stands in front of a background, bottom first. `into`: the layer that shows it; the frame itself is in none. */
export function layersInFront(layers: readonly FrameLayer[], into: string): FrameLayer[] {
  const base = layers.find(({ id }) => id === into)?.box ?? WHOLE
  const above = layers.slice(layers.findIndex(({ id }) => id === into) + 1)
  return above.filter((layer) => {
    const box = boxWithin(layer.box, base)
    return layer.visible && overlap(box.x, box.width) > 0 && overlap(box.y, box.height) > 0
  })
}

/** The boxes of what stands in front, in 0..1 of the layer that shows the background. */
export function foregroundOf(layers: readonly FrameLayer[], into: string): Foreground[] {
  const base = layers.find(({ id }) => id === into)?.box ?? WHOLE
  return layersInFront(layers, into).map(({ name, text, box }) => ({
    name,
    ...(text === undefined ? {} : { text }),
    box: boxWithin(box, base),
  }))
}

const boxWithin = ({ x, y, width, height }: Box, base: Box): Box => ({
  x: (x - base.x) / base.width,
  y: (y - base.y) / base.height,
  width: width / base.width,
  height: height / base.height,
})
