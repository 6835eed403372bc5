import { block, type Context, ellipse, line, onGrid, ramp } from './brush.ts'

const bars = [0.42, 0.58, 0.5, 0.74, 0.66, 0.88, 0.8, 1]

/** The screen of a budgeting app: sidebar, three numbers, a chart. */
export function drawScreenshot(context: Context, width: number, height: number): void {
  onGrid(context, width, height, (right, bottom) => {
    block(context, [0, 0, right, bottom], '#f7f7f5')
    block(context, [0, 0, 250, bottom], '#1f2a27')
    ellipse(context, 62, 72, 22, 22, '#e8a15b')
    block(context, [100, 62, 96, 20], '#ffffffd0', 6)
    for (let row = 0; row < 6; row += 1) {
      if (row === 0) block(context, [24, 146, 202, 52], '#ffffff18', 12)
      ellipse(context, 60, 172 + row * 68, 10, 10, row === 0 ? '#e8a15b' : '#ffffff40')
      block(context, [90, 165 + row * 68, 70 + ((row * 31) % 50), 14], row === 0 ? '#ffffffd0' : '#ffffff50', 6)
    }
    block(context, [300, 58, 260, 32], '#1f2a27', 8)
    block(context, [300, 106, 380, 16], '#1f2a2750', 6)
    const room = (right - 350 - 2 * 30) / 3
    for (const [index, accent] of ['#e8a15b', '#5d8f7d', '#7a6fb0'].entries()) {
      const x = 300 + index * (room + 30)
      block(context, [x, 164, room, 166], '#ffffff', 20)
      block(context, [x + 28, 196, 110, 14], '#1f2a2760', 6)
      block(context, [x + 28, 232, 170, 34], '#1f2a27', 8)
      block(context, [x + 28, 288, room - 56, 10], `${accent}33`, 5)
      block(context, [x + 28, 288, (room - 56) * (0.8 - index * 0.2), 10], accent, 5)
    }
    const chart = bottom - 420
    block(context, [300, 366, right - 350, bottom - 416], '#ffffff', 20)
    block(context, [332, 400, 180, 20], '#1f2a27', 6)
    for (let row = 1; row < 4; row += 1)
      line(context, 2, '#1f2a2710', [332, 366 + (chart * row) / 4 + 40], [right - 90, 366 + (chart * row) / 4 + 40])
    const step = (right - 350 - 90) / bars.length
    for (const [index, part] of bars.entries()) {
      const tall = (chart - 110) * part
      const x = 340 + index * step
      block(
        context,
        [x, bottom - 90 - tall, step * 0.52, tall],
        ramp(
          context,
          bottom - 90 - tall,
          bottom - 90,
          index === 7 ? '#e8a15b' : '#8fb5a6',
          index === 7 ? '#d98540' : '#5d8f7d',
        ),
        [10, 10, 2, 2],
      )
    }
  })
}
