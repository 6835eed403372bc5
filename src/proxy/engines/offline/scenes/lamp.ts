import { type Colour, darker, lighter } from '../colour.ts'
import { el, linear, radial } from '../svg.ts'

/** A desk lamp with a bent arm: `foot` is where it stands, `side` is 1 when its head looks right, -1 when left. */
export function lamp(
  id: string,
  box: { x: number; foot: number; height: number },
  colour: Colour,
  light: Colour,
  side: number,
) {
  const h = box.height
  const at = (x: number, y: number) => `${(box.x + side * x * h).toFixed(1)} ${(box.foot - y * h).toFixed(1)}`
  const metal: Parameters<typeof linear>[2] = [
    [0, darker(colour, 0.35)],
    [0.3, lighter(colour, 0.3)],
    [0.55, colour],
    [1, darker(colour, 0.5)],
  ]
  const defs =
    linear(id, [0, 0, 1, 0.3], metal) +
    radial(
      `${id}beam`,
      [0.5, 0, 1],
      [
        [0, light, 0.55],
        [0.5, light, 0.16],
        [1, light, 0],
      ],
    )
  const arm = (d: string) =>
    el('path', {
      d,
      fill: 'none',
      stroke: `url(#${id})`,
      'stroke-width': h * 0.026,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    })
  const shape =
    el('path', { d: `M${at(0.2, 0.8)}L${at(0.62, 0.62)}L${at(0.9, 0)}L${at(-0.12, 0)}Z`, fill: `url(#${id}beam)` }) +
    arm(`M${at(0, 0.03)}L${at(-0.2, 0.52)}L${at(0.24, 0.93)}`) +
    el('circle', { cx: box.x - side * 0.2 * h, cy: box.foot - 0.52 * h, r: h * 0.028, fill: lighter(colour, 0.12) }) +
    el('ellipse', { cx: box.x, cy: box.foot - h * 0.012, rx: h * 0.19, ry: h * 0.045, fill: darker(colour, 0.4) }) +
    el('ellipse', { cx: box.x, cy: box.foot - h * 0.032, rx: h * 0.19, ry: h * 0.043, fill: `url(#${id})` }) +
    el('path', {
      d: `M${at(0.17, 0.96)}C${at(0.24, 1.06)} ${at(0.36, 1.03)} ${at(0.41, 0.95)}L${at(0.6, 0.72)}C${at(0.5, 0.62)} ${at(0.34, 0.66)} ${at(0.2, 0.77)}Z`,
      fill: `url(#${id})`,
    }) +
    el('path', {
      d: `M${at(0.6, 0.72)}C${at(0.5, 0.62)} ${at(0.34, 0.66)} ${at(0.2, 0.77)}C${at(0.34, 0.73)} ${at(0.47, 0.7)} ${at(0.6, 0.72)}Z`,
      fill: lighter(light, 0.4),
    })
  return { defs, shape, half: h * 0.3 }
}
