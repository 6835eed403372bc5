import { block, type Context, ellipse, glow, line, onGrid, ramp, sideRamp } from './brush.ts'

interface MugPicture {
  readonly wall: readonly [top: string, bottom: string]
  readonly glaze: readonly [light: string, main: string, dark: string]
  /** Where the table begins, as a part of the height. */
  readonly floor?: number
  readonly size?: number
}

const steam = [
  [-60, 0],
  [10, -46],
  [74, -10],
] as const

function drawSteam(context: Context, top: number): void {
  for (const [x, lift] of steam) {
    context.beginPath()
    context.moveTo(x, top - 40)
    context.bezierCurveTo(x - 50, top - 110, x + 56, top - 150, x + 6, top - 240 + lift)
    context.lineWidth = 15
    context.lineCap = 'round'
    context.strokeStyle = ramp(context, top - 250, top - 30, '#ffffff00', '#ffffff90', '#ffffff00')
    context.stroke()
  }
}

/** The mug stands with the middle of its foot on the origin. */
function drawBody(context: Context, [light, main, dark]: MugPicture['glaze']): void {
  const top = -400
  glow(context, 90, 14, 380, '#2a160a80', 0.2)
  context.beginPath()
  context.ellipse(200, top + 190, 112, 122, 0, 0, Math.PI * 2)
  context.lineWidth = 44
  context.strokeStyle = sideRamp(context, 160, 340, main, dark)
  context.stroke()
  block(context, [-210, top, 420, 400], sideRamp(context, -210, 210, light, main, main, dark), [6, 6, 130, 130])
  ellipse(context, 0, top, 210, 54, main)
  ellipse(context, 0, top + 4, 190, 44, dark)
  ellipse(context, 0, top + 16, 176, 34, ramp(context, top - 20, top + 50, '#3a2013', '#6b4227'))
  line(context, 10, '#ffffff58', [-166, top + 80], [-158, top + 280])
  drawSteam(context, top)
}

/** A stoneware mug with steam, on a soft ground of one colour. */
export function drawMug({ wall, glaze, floor = 0.7, size = 1 }: MugPicture) {
  return (context: Context, width: number, height: number): void => {
    onGrid(context, width, height, (right, bottom) => {
      const y = bottom * floor
      block(context, [0, 0, right, bottom], ramp(context, 0, bottom, ...wall))
      glow(context, right * 0.2, bottom * 0.15, 700, '#ffffff70')
      block(context, [0, y, right, bottom - y], ramp(context, y, bottom, '#ffffff3c', '#ffffff08'))
      context.translate(right / 2 - 40, y + 70)
      context.scale(size, size)
      drawBody(context, glaze)
    })
  }
}
