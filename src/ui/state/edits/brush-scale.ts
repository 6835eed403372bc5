/** Pixels. */
const LEAST = 1
/** From one step to the next. */
const STEP = 1.25
const STEPS = 100

const most = ({ width, height }: { width: number; height: number }): number =>
  Math.max(LEAST + 1, Math.round(Math.max(width, height) / 2))

const within = (size: number, picture: { width: number; height: number }): number =>
  Math.min(most(picture), Math.max(LEAST, Math.round(size)))

/** A brush one step larger or smaller, but always another size. */
export function nextBrush(size: number, by: 1 | -1, picture: { width: number; height: number }): number {
  const next = by > 0 ? Math.max(size + 1, size * STEP) : Math.min(size - 1, size / STEP)
  return within(next, picture)
}

/** Where a brush is on a slider from 0 to 100 that gives small sizes as much room as large ones. */
export const brushToSlider = (size: number, picture: { width: number; height: number }): number =>
  Math.round((STEPS * Math.log(size / LEAST)) / Math.log(most(picture) / LEAST))

export const sliderToBrush = (slider: number, picture: { width: number; height: number }): number =>
  within(LEAST * (most(picture) / LEAST) ** (slider / STEPS), picture)
