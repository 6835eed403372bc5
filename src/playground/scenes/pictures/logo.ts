import { block, type Context, ellipse, onGrid } from './brush.ts'

/** A round mark: a sun over a horizon, transparent around it. */
export function drawLogo(context: Context, width: number, height: number): void {
  onGrid(context, width, height, (right, bottom) => {
    ellipse(context, right / 2, bottom / 2, 480, 480, '#c8562f')
    context.save()
    context.beginPath()
    context.arc(right / 2, bottom / 2, 480, 0, Math.PI * 2)
    context.clip()
    ellipse(context, right / 2, bottom / 2 + 60, 230, 230, '#ffe3b8')
    for (const row of [0, 1, 2, 3]) block(context, [0, bottom / 2 + 110 + row * 84, right, 44 + row * 10], '#c8562f')
    context.restore()
  })
}
