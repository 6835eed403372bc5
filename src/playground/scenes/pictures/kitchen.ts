import { block, type Context, ellipse, glow, line, onGrid, ramp } from './brush.ts'

function drawPendant(context: Context, x: number, y: number): void {
  line(context, 5, '#2a2522', [x, 0], [x, y])
  context.beginPath()
  context.arc(x, y + 70, 74, Math.PI, 0)
  context.fillStyle = '#c86f45'
  context.fill()
  ellipse(context, x, y + 70, 74, 12, '#ffe7bd')
  glow(context, x, y + 110, 200, '#ffe3b090')
}

/** A bright kitchen: window, shelves, an island with two pendants. */
export function drawKitchen(context: Context, width: number, height: number): void {
  onGrid(context, width, height, (right, bottom) => {
    const counter = bottom * 0.62
    block(context, [0, 0, right, bottom], ramp(context, 0, counter, '#f6f1ea', '#e6dbcd'))
    block(context, [right * 0.08, 110, right * 0.3, 370], ramp(context, 110, 480, '#cfe3ea', '#eef6f3'), 8)
    ellipse(context, right * 0.15, 470, 110, 90, '#a9c19a')
    ellipse(context, right * 0.3, 480, 150, 80, '#93b08a')
    block(context, [right * 0.08, 480, right * 0.3, 90], '#e9dfd2')
    block(context, [right * 0.06, 476, right * 0.34, 20], '#ffffff')
    for (const x of [0.08, 0.226, 0.374]) block(context, [right * x, 110, 9, 370], '#ffffff')
    for (const y of [210, 360]) {
      block(context, [right * 0.56, y, right * 0.36, 18], '#b98a5e', 4)
      for (let item = 0; item < 6; item += 1) {
        const tall = 46 + ((item * 37 + y) % 40)
        const colors = ['#c86f45', '#7f8f7a', '#efe6da', '#d7b98f']
        block(
          context,
          [right * (0.585 + item * 0.055), y - tall, right * 0.034, tall],
          colors[((item + y / 150) % 4) | 0] ?? '#fff',
          6,
        )
      }
    }
    block(context, [0, counter - 60, right, 60], '#d7cabb')
    block(context, [0, counter, right, 26], '#ffffff')
    block(context, [0, counter + 26, right, bottom], ramp(context, counter, bottom, '#56675a', '#3d4b42'))
    for (let door = 0; door < 8; door += 1) {
      const x = (right / 8) * door
      block(context, [x + 10, counter + 48, right / 8 - 20, bottom - counter - 74], '#ffffff12', 6)
      block(context, [x + right / 16 - 26, counter + 72, 52, 8], '#d9b27c', 4)
    }
    drawPendant(context, right * 0.46, 90)
    drawPendant(context, right * 0.53, 150)
    ellipse(context, right * 0.7, counter - 34, 86, 34, '#f3ede4')
    for (const dx of [-40, 0, 42])
      ellipse(context, right * 0.7 + dx, counter - 66, 30, 28, dx === 0 ? '#d98a3d' : '#c9552f')
  })
}
