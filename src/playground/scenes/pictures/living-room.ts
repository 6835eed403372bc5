import { block, type Context, ellipse, glow, line, onGrid, ramp, sideRamp } from './brush.ts'

function drawWindow(context: Context, x: number, y: number): void {
  block(context, [x - 16, y - 16, 372, 412], '#f7f3ec', 6)
  block(context, [x, y, 340, 380], ramp(context, y, y + 380, '#bcd7e6', '#e9f1ea'), 2)
  ellipse(context, x + 90, y + 350, 120, 90, '#9db98d')
  ellipse(context, x + 260, y + 370, 130, 70, '#86a67a')
  block(context, [x - 16, y + 380, 372, 40], '#e6ddd0', 2)
  block(context, [x + 163, y, 14, 380], '#f7f3ec')
  block(context, [x, y + 176, 340, 12], '#f7f3ec')
}

function drawSofa(context: Context, x: number, y: number): void {
  glow(context, x + 330, y + 318, 470, '#2b1d1290', 0.16)
  for (const foot of [40, 600]) block(context, [x + foot, y + 270, 18, 52], '#5a3b25', 4)
  block(context, [x, y - 40, 660, 240], ramp(context, y - 40, y + 200, '#6f8680', '#53675f'), 46)
  block(context, [x - 44, y + 30, 120, 250], sideRamp(context, x - 44, x + 76, '#7b938c', '#5b7069'), 44)
  block(context, [x + 584, y + 30, 120, 250], sideRamp(context, x + 584, x + 704, '#6a817a', '#4a5d56'), 44)
  for (const seat of [70, 335])
    block(context, [x + seat, y + 130, 258, 120], ramp(context, y + 130, y + 250, '#84a098', '#5f766f'), 26)
}

function drawCushion(context: Context, x: number, y: number): void {
  context.save()
  context.translate(x, y)
  context.rotate(-0.22)
  block(context, [-78, -72, 156, 144], ramp(context, -72, 72, '#e0a15c', '#bf7738'), 34)
  for (let stripe = -2; stripe <= 2; stripe += 1) line(context, 4, '#fff1dc90', [stripe * 28, -60], [stripe * 28, 60])
  context.restore()
}

function drawSideTable(context: Context, x: number, y: number): void {
  glow(context, x, y + 198, 170, '#2b1d1290', 0.18)
  for (const [from, to] of [
    [-50, -74],
    [50, 74],
    [0, 0],
  ] as const)
    line(context, 11, '#8a5a38', [x + from, y + 10], [x + to, y + 196])
  ellipse(context, x, y, 118, 24, '#a9744a')
  ellipse(context, x, y - 6, 118, 24, sideRamp(context, x - 118, x + 118, '#c58d5e', '#9a6640'))
  block(context, [x - 72, y - 84, 62, 74], sideRamp(context, x - 72, x - 10, '#fbf6ee', '#d8cbb9'), [4, 4, 20, 20])
  ellipse(context, x - 41, y - 84, 31, 9, '#5f3d27')
  block(context, [x + 10, y - 30, 84, 16], '#b4552f', 3)
  block(context, [x + 18, y - 44, 70, 14], '#2f4a41', 3)
}

function drawPlant(context: Context, x: number, y: number): void {
  glow(context, x, y + 112, 150, '#2b1d1290', 0.2)
  for (const [dx, dy, turn] of [
    [-110, -250, -0.6],
    [-48, -330, -0.25],
    [30, -350, 0.1],
    [96, -270, 0.5],
    [-84, -150, -0.9],
    [88, -160, 0.9],
  ] as const) {
    line(context, 6, '#5b6b45', [x, y], [x + dx * 0.5, y + dy * 0.7], [x + dx, y + dy])
    context.save()
    context.translate(x + dx, y + dy)
    context.rotate(turn)
    ellipse(context, 0, -30, 34, 84, ramp(context, -110, 50, '#84a06d', '#57734a'))
    context.restore()
  }
  block(context, [x - 62, y - 14, 124, 130], sideRamp(context, x - 62, x + 62, '#dcd3c6', '#a99d8c'), [8, 8, 30, 30])
}

/** A living room by daylight: a window, a sofa with a cushion, a side table, a plant, and a cable on the floor. */
export function drawLivingRoom(context: Context, width: number, height: number): void {
  onGrid(context, width, height, (right, bottom) => {
    const floor = bottom * 0.74
    block(context, [0, 0, right, floor], sideRamp(context, 0, right, '#efe7db', '#dccfbd'))
    block(context, [0, floor, right, bottom - floor], ramp(context, floor, bottom, '#b88f66', '#8f6844'))
    for (let board = 1; board < 9; board += 1)
      line(context, 1.6, '#6d4a2e50', [right * (board / 9), floor], [right * (board / 9) * 1.5 - right * 0.25, bottom])
    block(context, [0, floor - 24, right, 24], '#f6f1e9')
    drawWindow(context, 150, 120)
    block(context, [760, 130, 230, 290], '#3a3029', 3)
    block(context, [776, 146, 198, 258], ramp(context, 146, 404, '#f0dcc0', '#d78f62'), 2)
    ellipse(context, 875, 290, 62, 62, '#b4552f')
    glow(context, 300, floor + 120, 620, '#fff4d8a0', 0.22)
    drawSofa(context, 470, 500)
    drawCushion(context, 610, 580)
    drawSideTable(context, 1310, 690)
    drawPlant(context, right - 120, 640)
    context.beginPath()
    context.moveTo(60, 868)
    context.bezierCurveTo(240, 800, 250, 960, 420, 900)
    context.bezierCurveTo(520, 868, 470, 820, 560, 838)
    context.lineWidth = 7
    context.strokeStyle = '#22201d'
    context.stroke()
  })
}
