import type { Scene, SceneNode } from '#playground/figma/scene.ts'

const paint = (r: number, g: number, b: number): Paint => ({ type: 'SOLID', color: { r, g, b } })

export const red = paint(1, 0, 0)
export const green = paint(0, 1, 0)
export const blue = paint(0, 0, 1)

/** A scene of one page with these layers, and a second page that is not loaded. */
export function sceneOf(...children: readonly SceneNode[]): Scene {
  return {
    name: 'Test',
    pages: [
      { id: '0:1', name: 'Page 1', children },
      { id: '0:2', name: 'Page 2', children: [{ id: '9:1', type: 'RECTANGLE', name: 'Far away' }] },
    ],
    pictures: {
      /** 40×20: left half red, right half blue. */
      halves: {
        width: 40,
        height: 20,
        draw(context) {
          context.fillStyle = '#f00'
          context.fillRect(0, 0, 20, 20)
          context.fillStyle = '#00f'
          context.fillRect(20, 0, 20, 20)
        },
      },
    },
  }
}

export const halves = (rest: Partial<ImagePaint> = {}): ImagePaint => ({
  type: 'IMAGE',
  imageHash: 'halves',
  scaleMode: 'FILL',
  ...rest,
})
