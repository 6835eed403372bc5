import type { OverlayOptions } from 'sharp'
import { el } from './svg.ts'

/** SVG elements as a layer over a picture of this size. */
export const svgLayer = ({ width, height }: { width: number; height: number }, body: string): OverlayOptions => ({
  input: Buffer.from(el('svg', { xmlns: 'http://www.w3.org/2000/svg', width, height }, body)),
})
