import { block, type Context, ellipse, line, onGrid, ramp, sideRamp } from './brush.ts'

/** A glass bottle with a label, transparent around it. */
export function drawBottle(context: Context, width: number, height: number): void {
  onGrid(context, width, height, (right, bottom) => {
    const x = right / 2
    const glass = sideRamp(context, x - 220, x + 220, '#2f5a49', '#6fa58c', '#3e7460', '#1f4136')
    block(context, [x - 74, 60, 148, 128], sideRamp(context, x - 74, x + 74, '#e4c99a', '#c19a5b', '#8d6a36'), 14)
    block(context, [x - 62, 180, 124, 190], glass, 10)
    block(context, [x - 220, 320, 440, bottom - 400], glass, [150, 150, 54, 54])
    line(context, 14, '#ffffff66', [x - 164, 470], [x - 164, bottom - 190])
    block(context, [x - 180, 620, 360, 330], ramp(context, 620, 950, '#fbf5ea', '#efe3cf'), 8)
    ellipse(context, x, 730, 54, 54, '#b4552f')
    block(context, [x - 110, 822, 220, 26], '#22201d', 4)
    block(context, [x - 70, 868, 140, 14], '#8a8178', 4)
  })
}
