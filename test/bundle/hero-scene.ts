import sharp from 'sharp'
import type { Scene } from '#playground/figma/scene.ts'

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 40, g: 90, b: 160 } } })

export const lampPng = new Uint8Array(await plain(320, 200).png().toBuffer())
/** A result, 2000 × 1000 pixels. */
export const resultPng = new Uint8Array(await plain(2000, 1000).png().toBuffer())
export const resultWebp = new Uint8Array(await plain(64, 64).webp().toBuffer())

export const heroScene: Scene = {
  name: 'hero',
  pages: [
    {
      id: '0:1',
      name: 'Page 1',
      children: [
        {
          id: '1:1',
          type: 'FRAME',
          name: 'Hero',
          width: 800,
          height: 400,
          children: [{ id: '1:2', type: 'TEXT', name: 'Headline', characters: 'Light', width: 200, height: 40 }],
        },
        {
          id: '1:3',
          type: 'RECTANGLE',
          name: 'Lamp',
          y: 500,
          width: 320,
          height: 200,
          fills: [{ type: 'IMAGE', scaleMode: 'FILL', imageHash: 'lamp' }],
        },
      ],
    },
  ],
  pictures: { lamp: lampPng },
  selection: ['1:1'],
}
