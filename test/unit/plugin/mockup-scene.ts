import type { Scene, SceneNode } from '#playground/figma/scene.ts'
import { png } from './pictures.ts'

export const photoPng = await png(600, 400)

const plain = { visible: true, opacity: 1, blendMode: 'NORMAL' } as const
const NO_FILTERS = { exposure: 0, contrast: 0, saturation: 0, temperature: 0, tint: 0, highlights: 0, shadows: 0 }

/** Fills with everything Figma fills in, so that writing them again changes nothing. */
export const solid = (r: number, g: number, b: number): SolidPaint => ({ type: 'SOLID', ...plain, color: { r, g, b } })
const photo: ImagePaint = {
  type: 'IMAGE',
  ...plain,
  scaleMode: 'CROP',
  imageHash: 'photo',
  imageTransform: [
    [0.5, 0, 0.25],
    [0, 0.5, 0.1],
  ],
  filters: { ...NO_FILTERS, saturation: -0.4 },
  opacity: 0.8,
  blendMode: 'MULTIPLY',
}

const backdrop = (id: string): SceneNode => ({
  id,
  type: 'RECTANGLE',
  name: 'Backdrop',
  width: 600,
  height: 400,
  fills: [solid(1, 1, 1), photo],
})
const product = (id: string): SceneNode => ({
  id,
  type: 'RECTANGLE',
  name: 'Product',
  x: 150,
  y: 100,
  width: 300,
  height: 200,
  fills: [solid(0.2, 0.4, 0.3)],
})
const headline = (id: string): SceneNode => ({
  id,
  type: 'TEXT',
  name: 'Headline',
  characters: 'Light for work',
  x: 60,
  y: 20,
  width: 480,
  height: 40,
  textAutoResize: 'NONE',
  fills: [solid(0, 0, 0)],
})

const card: SceneNode = {
  id: '5:10',
  type: 'COMPONENT',
  name: 'Card',
  x: 1000,
  width: 600,
  height: 400,
  fills: [solid(0.9, 0.9, 0.9)],
  children: [backdrop('5:11'), product('5:12'), headline('5:13')],
}

/** A mockup with live layers, the same as a component, and an instance of that. */
export const mockupScene: Scene = {
  name: 'mockup',
  pages: [
    {
      id: '0:1',
      name: 'Page 1',
      children: [
        {
          id: '5:1',
          type: 'FRAME',
          name: 'Mockup',
          width: 600,
          height: 400,
          fills: [solid(1, 1, 1)],
          children: [backdrop('5:2'), product('5:3'), headline('5:4')],
        },
        card,
        { id: '5:20', type: 'INSTANCE', name: 'Card', y: 600, width: 600, height: 400, mainComponentId: '5:10' },
        {
          id: '5:40',
          type: 'INSTANCE',
          name: 'Closed card',
          y: 1400,
          width: 600,
          height: 400,
          mainComponentId: '5:10',
          fillsOverridable: false,
        },
        {
          id: '5:30',
          type: 'RECTANGLE',
          name: 'Styled',
          y: 1200,
          width: 100,
          height: 100,
          fillStyleId: 'S:abc,',
          fills: [solid(1, 0, 0)],
        },
      ],
    },
  ],
  pictures: { photo: photoPng },
}
