import { type Canvas, createCanvas } from '@napi-rs/canvas'

/** Skia speaks the Canvas 2D interface but has its own types for it: this file is the one place where they meet. */
export const asDom = <T>(value: unknown) => value as T

/** A canvas outside of a browser; `image` is what can be drawn from it. */
export function skiaCanvas(width: number, height: number) {
  const canvas = createCanvas(width, height)
  return {
    width,
    height,
    context: asDom<CanvasRenderingContext2D>(canvas.getContext('2d')),
    image: asDom<HTMLCanvasElement>(canvas),
  }
}

/** The canvas that such an image is. */
export const skiaOf = (image: unknown): Canvas => asDom<Canvas>(image)
