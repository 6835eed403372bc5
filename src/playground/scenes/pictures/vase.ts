import { block, type Context, ellipse, glow, line, onGrid, ramp, sideRamp } from './brush.ts'

const leaves = [
  [-150, -320, -0.7],
  [-70, -400, -0.3],
  [20, -440, 0.05],
  [104, -390, 0.4],
  [168, -300, 0.8],
] as const

/** A round vase with a few branches. */
export function drawVase(context: Context, width: number, height: number): void {
  onGrid(context, width, height, (right, bottom) => {
    const x = right / 2
    const y = bottom * 0.7
    block(context, [0, 0, right, bottom], ramp(context, 0, bottom, '#efe6da', '#d9c8b2'))
    block(context, [0, y + 130, right, bottom], ramp(context, y, bottom, '#e7d9c5', '#cdb899'))
    glow(context, x + 70, y + 172, 330, '#4a331f80', 0.2)
    for (const [dx, dy, turn] of leaves) {
      line(context, 7, '#5f6b4d', [x, y - 110], [x + dx * 0.55, y + dy * 0.72], [x + dx, y + dy])
      for (const part of [0.55, 0.75, 1]) {
        context.save()
        context.translate(x + dx * part, y - 60 + dy * part)
        context.rotate(turn)
        ellipse(context, 0, -30, 22, 58, part > 0.7 ? '#7d8b63' : '#66744f')
        context.restore()
      }
    }
    ellipse(context, x, y, 180, 160, sideRamp(context, x - 180, x + 180, '#b4583a', '#cf7450', '#8b3e27'))
    block(context, [x - 52, y - 190, 104, 70], sideRamp(context, x - 52, x + 52, '#a34e32', '#c96c49', '#8b3e27'), 10)
    ellipse(context, x, y - 188, 52, 14, '#6b2d1b')
    glow(context, x - 74, y - 50, 80, '#ffd9c060')
  })
}
