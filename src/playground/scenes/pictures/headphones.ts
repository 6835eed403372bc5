import { block, type Context, ellipse, glow, onGrid, ramp, sideRamp } from './brush.ts'

function drawCup(context: Context, x: number, y: number, side: 1 | -1): void {
  context.save()
  context.translate(x, y)
  context.scale(side, 1)
  block(context, [-64, -150, 86, 300], sideRamp(context, -64, 22, '#c9c2b8', '#8f867b'), 44)
  block(context, [0, -166, 104, 332], sideRamp(context, 0, 104, '#f4efe8', '#cfc6ba'), [40, 52, 52, 40])
  block(context, [30, -70, 26, 140], '#b9aea1', 13)
  context.restore()
}

/** Cream over-ear headphones on a cool ground. */
export function drawHeadphones(context: Context, width: number, height: number): void {
  onGrid(context, width, height, (right, bottom) => {
    const x = right / 2
    const y = bottom * 0.52
    block(context, [0, 0, right, bottom], ramp(context, 0, bottom, '#a9b7b4', '#7f918f'))
    glow(context, right * 0.28, bottom * 0.2, 620, '#ffffff80')
    glow(context, x, y + 300, 420, '#1f2d2b88', 0.18)
    for (const [radius, size, color] of [
      [262, 44, '#8f867b'],
      [268, 30, '#f2ece4'],
      [280, 6, '#ffffffa0'],
    ] as const) {
      context.beginPath()
      context.arc(x, y - 20, radius, Math.PI * 1.02, Math.PI * 1.98)
      context.lineWidth = size
      context.lineCap = 'round'
      context.strokeStyle = color
      context.stroke()
    }
    for (const side of [1, -1] as const) {
      block(context, [x + side * 266 - 14, y - 60, 28, 120], '#a39a8e', 14)
      drawCup(context, x + side * 236, y + 90, side)
    }
    ellipse(context, x + 300, y + 200, 7, 7, '#e07a4b')
  })
}
