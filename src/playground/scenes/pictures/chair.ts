import { block, type Context, glow, line, onGrid, ramp, sideRamp } from './brush.ts'

/** A lounge chair with oak legs against a green wall. */
export function drawChair(context: Context, width: number, height: number): void {
  onGrid(context, width, height, (right, bottom) => {
    const x = right / 2
    const floor = bottom * 0.8
    block(context, [0, 0, right, floor], ramp(context, 0, floor, '#6d7f6a', '#57684f'))
    block(context, [0, floor, right, bottom - floor], ramp(context, floor, bottom, '#c8a987', '#ad8c69'))
    block(context, [0, floor - 22, right, 22], '#8a9a83')
    glow(context, right * 0.8, 60, 640, '#fff3d060')
    glow(context, x, floor + 66, 380, '#3b251499', 0.14)
    for (const [from, to] of [
      [-170, -230],
      [170, 230],
      [-90, -110],
      [90, 110],
    ] as const) {
      line(context, 24, '#a9784c', [x + from, floor - 190], [x + to, floor + 62])
    }
    block(
      context,
      [x - 210, floor - 560, 420, 380],
      sideRamp(context, x - 210, x + 210, '#e9dfd2', '#d2c3b0'),
      [150, 150, 40, 40],
    )
    block(context, [x - 252, floor - 290, 504, 120], ramp(context, floor - 290, floor - 170, '#f3ebe0', '#c9b9a4'), 58)
    block(context, [x - 272, floor - 372, 84, 200], sideRamp(context, x - 272, x - 188, '#ded1c0', '#c6b59f'), 42)
    block(context, [x + 188, floor - 372, 84, 200], sideRamp(context, x + 188, x + 272, '#ded1c0', '#bba98f'), 42)
    line(context, 3, '#b9a78f', [x - 150, floor - 300], [x + 150, floor - 300])
  })
}
