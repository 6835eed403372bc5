import { picture } from '../../pixels/picture.ts'
import { type Channels, type Colour, colourOf } from './colour.ts'

const EDGE = 40
const MOST = 5
/** Squared distance under which two colours count as one. */
const SAME = 42 ** 2

const distance = (a: Channels, b: Channels): number => (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2

const blend = (a: Channels, b: Channels, share: number): Channels => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
  a[2] + (b[2] - a[2]) * share,
]

/** The colours a picture is mostly made of, most common first; transparent parts do not count. */
export async function dominantColours(bytes: Uint8Array): Promise<Colour[]> {
  const small = picture(bytes).autoOrient().toColourspace('srgb').ensureAlpha()
  const pixels = await small.resize(EDGE, EDGE, { fit: 'inside', kernel: 'nearest' }).raw().toBuffer()
  const groups: { mean: Channels; count: number }[] = []
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    if ((pixels[at + 3] ?? 0) < 128) continue
    const colour: Channels = [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0]
    const group = groups.find((other) => distance(other.mean, colour) < SAME)
    if (!group) {
      groups.push({ mean: colour, count: 1 })
      continue
    }
    group.count += 1
    group.mean = blend(group.mean, colour, 1 / group.count)
  }
  return groups
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MOST)
    .map((group) => colourOf(group.mean))
}
