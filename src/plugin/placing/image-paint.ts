import { coverTransform } from '#domain/placement.ts'
import type { Picture } from './placement-way.ts'

/** The fill that shows a picture over a whole layer: centred, cropped where the ratios differ, never distorted. */
export function imagePaint(picture: Picture, node: { width: number; height: number }): ImagePaint {
  return {
    type: 'IMAGE',
    scaleMode: 'CROP',
    imageHash: picture.imageHash,
    imageTransform: coverTransform(picture, node),
  }
}
