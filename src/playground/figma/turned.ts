import type { NodeProperties } from './node-model.ts'

const near = (a: number, b: number) => Math.abs(a - b) < 1e-9

/** How a node stands after a matrix was written to it: Figma keeps turns, flips and skews of it, and no scale. */
export function turned([[a, c], [b, d]]: Transform): Pick<NodeProperties, 'rotation' | 'axes'> {
  const across = Math.hypot(a, b) || 1
  const down = Math.hypot(c, d) || 1
  const [[m00, m01], [m10, m11]] = [
    [a / across, c / down],
    [b / across, d / down],
  ] as const
  const rotation = (Math.atan2(-m10, m00) * 180) / Math.PI
  const upright = near(m00, m11) && near(m01, -m10)
  return {
    rotation,
    axes: upright
      ? null
      : [
          [m00, m01],
          [m10, m11],
        ],
  }
}
