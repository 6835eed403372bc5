import type { ImageMeasures } from './image-measures.ts'
import type { Reference } from './reference.ts'

/** Pixels on the longer edge below which a model sees little detail. */
const LEAST_EDGE = 512

type Warning = (measures: ImageMeasures) => string | false

const WARNINGS: readonly Warning[] = [
  ({ width, height }) =>
    Math.max(width, height) < LEAST_EDGE &&
    `is only ${width} × ${height} pixels, so the model sees little detail of it. Use one of at least ${LEAST_EDGE} pixels.`,
  ({ upscaled }) => upscaled && 'was enlarged: it holds less detail than its size. Use the original file.',
  ({ mostlyText }) =>
    mostlyText &&
    'is mostly text, which models copy with mistakes. Use a part without it, or write the words as exact text.',
]

/** What speaks against sending a reference, in sentences to show before it is paid for; empty when nothing does. */
export function referenceWarnings({ name }: Pick<Reference, 'name'>, measures: ImageMeasures): string[] {
  const subject = name === '' ? 'This reference' : `“${name}”`
  return WARNINGS.flatMap((warning) => {
    const said = warning(measures)
    return said === false ? [] : [`${subject} ${said}`]
  })
}
