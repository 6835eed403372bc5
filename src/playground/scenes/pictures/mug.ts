import { block, type Context, ellipse, glow, line, onGrid, ramp, sideRamp } from './brush.ts'

/** A stoneware mug with steam, on a soft ground of one colour. */
export function drawMug(wall: readonly [string, string], glaze: readonly [string, string, string]) {
  return (context: Context, width: number, height: number): void => {
    onGrid(context, width, height, (right, bottom) => {
      const floor = bottom * 0.7
      const x = right / 2 - 30
      const top = floor - 330
      block(context, [0, 0, right, bottom], ramp(context, 0, bottom, wall[0], wall[1]))
      glow(context, right * 0.2, bottom * 0.15, 700, '#ffffff70')
      block(context, [0, floor, right, bottom - floor], ramp(context, floor, bottom, '#ffffff3c', '#ffffff08'))
      glow(context, x + 90, floor + 84, 380, '#2a160a80', 0.2)
      context.beginPath()
      context.ellipse(x + 200, top + 190, 112, 122, 0, 0, Math.PI * 2)
      context.lineWidth = 44
      context.strokeStyle = sideRamp(context, x + 160, x + 340, glaze[1], glaze[2])
      context.stroke()
      block(
        context,
        [x - 210, top, 420, 400],
        sideRamp(context, x - 210, x + 210, glaze[1], glaze[0], glaze[1], glaze[2]),
        [6, 6, 130, 130],
      )
      ellipse(context, x, top, 210, 54, glaze[1])
      ellipse(context, x, top + 4, 190, 44, glaze[2])
      ellipse(context, x, top + 16, 176, 34, ramp(context, top - 20, top + 50, '#3a2013', '#6b4227'))
      for (const [offset, lift] of [
        [-60, 0],
        [10, -46],
        [74, -10],
      ] as const) {
        context.beginPath()
        context.moveTo(x + offset, top - 40)
        context.bezierCurveTo(x + offset - 50, top - 110, x + offset + 56, top - 150, x + offset + 6, top - 240 + lift)
        context.lineWidth = 15
        context.lineCap = 'round'
        context.strokeStyle = ramp(context, top - 250, top - 30, '#ffffff00', '#ffffff90', '#ffffff00')
        context.stroke()
      }
      line(context, 10, '#ffffff58', [x - 166, top + 80], [x - 158, top + 280])
    })
  }
}
