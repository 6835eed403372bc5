import { block, type Context, ellipse, glow, line, onGrid, ramp, sideRamp } from './brush.ts'

function drawTable(context: Context, right: number, bottom: number, top: number): void {
  block(context, [0, top, right, bottom - top], ramp(context, top, bottom, '#8a5a38', '#5d3820'))
  for (let row = 0; row < 14; row += 1) {
    const y = top + 14 + row * row * 2.1
    line(
      context,
      1.2 + row * 0.12,
      row % 3 === 0 ? '#3f241422' : '#c08a5c20',
      [0, y],
      [right * 0.4, y + 4],
      [right, y - 3],
    )
  }
  block(context, [0, top, right, 5], '#b98257')
}

function drawHead(context: Context, x: number, y: number): void {
  context.save()
  context.translate(x, y)
  context.rotate(0.42)
  context.beginPath()
  context.moveTo(-46, -70)
  context.quadraticCurveTo(0, -96, 46, -70)
  context.lineTo(128, 84)
  context.lineTo(-128, 84)
  context.closePath()
  context.fillStyle = sideRamp(context, -128, 128, '#3a3735', '#171514', '#0d0c0b')
  context.fill()
  ellipse(context, 0, 84, 128, 22, '#ffe9bd')
  ellipse(context, 0, 86, 96, 14, '#fffaf0')
  context.restore()
}

/** A matte black desk lamp on walnut, in warm morning light. */
export function drawLamp(context: Context, width: number, height: number): void {
  onGrid(context, width, height, (right, bottom) => {
    const table = bottom * 0.76
    const x = right * 0.58
    const knee = [x - 190, bottom * 0.4] as const
    const head = [x + 20, bottom * 0.24] as const
    block(context, [0, 0, right, bottom], ramp(context, 0, table, '#f0e2cf', '#dfc4a4'))
    glow(context, right * 0.1, 0, 900, '#fff6e4d0')
    drawTable(context, right, bottom, table)
    glow(context, x - 20, table + 70, 430, '#ffdf9ec0', 0.26)
    context.beginPath()
    context.moveTo(head[0] - 130, head[1] + 40)
    context.lineTo(head[0] + 96, head[1] + 130)
    context.lineTo(x + 220, table + 50)
    context.lineTo(x - 330, table + 50)
    context.fillStyle = ramp(context, head[1], table, '#fff2ccb0', '#ffe9b800')
    context.fill()
    glow(context, x + 110, table + 76, 240, '#1d0f0699', 0.16)
    ellipse(context, x + 90, table + 62, 138, 30, '#0c0b0a')
    ellipse(context, x + 90, table + 52, 138, 30, sideRamp(context, x - 50, x + 230, '#45413e', '#1b1918'))
    line(context, 20, '#1d1b1a', [x + 90, table + 48], knee)
    line(context, 6, '#5a5551', [x + 82, table + 44], [knee[0] - 4, knee[1]])
    line(context, 18, '#1d1b1a', knee, head)
    ellipse(context, knee[0], knee[1], 22, 22, '#2b2826')
    ellipse(context, knee[0] - 3, knee[1] - 3, 9, 9, '#8b7a63')
    drawHead(context, head[0] + 10, head[1] + 10)
  })
}
