import type { Scene, SceneNode } from '../figma/scene.ts'
import { button, ellipse, frame, rectangle, text } from './layers.ts'
import { picture, solid } from './paints.ts'
import { pick } from './pictures/all-pictures.ts'

const ink = '#22201d'
const marker = [solid('#7a5cff', 0.55)]
const note = (characters: string, x: number, y: number): SceneNode =>
  text(characters, [x, y, 720, 24], { size: 16, weight: 500, ink: '#8a8178' })

const cushion = 'M20 6 C70 -6 110 0 134 18 C152 62 148 108 136 132 C96 148 54 146 18 134 C2 92 4 48 20 6 Z'

/** A photo with layers over it that say where: a turned vector over the cushion, an ellipse over the mug, a ring round the picture on the wall. */
const masks: readonly SceneNode[] = [
  rectangle('Living room', [0, 0, 1200, 800], { id: '6:10', fills: [picture('room')] }),
  {
    type: 'VECTOR',
    id: '6:11',
    name: 'Cushion outline',
    x: 400,
    y: 412,
    width: 150,
    height: 146,
    rotation: 14,
    pathData: cushion,
    fills: marker,
    strokes: [],
  },
  ellipse('Over the mug', [991.5, 470.25, 66, 76], { id: '6:12', fills: marker }),
  {
    type: 'BOOLEAN_OPERATION',
    id: '6:13',
    name: 'Round the picture',
    booleanOperation: 'SUBTRACT',
    fills: marker,
    children: [
      rectangle('Outer', [588, 84, 224, 272], { cornerRadius: 12 }),
      rectangle('Inner', [608, 104, 184, 232], { cornerRadius: 4 }),
    ],
  },
]

const [sine, cosine] = [Math.sin(-Math.PI / 12), Math.cos(-Math.PI / 12)]
const copies: readonly SceneNode[] = [
  note('A cropped copy, and one that is flipped and turned', 1280, -44),
  rectangle('Cropped copy', [1280, 0, 600, 400], {
    id: '6:20',
    cornerRadius: 16,
    fills: [
      picture('room', {
        scaleMode: 'CROP',
        imageTransform: [
          [0.5, 0, 0.22],
          [0, 0.5, 0.42],
        ],
      }),
    ],
  }),
  { ...ellipse('Over the sofa', [1500, 120, 220, 130], { id: '6:21', rotation: -20, fills: marker }) },
  rectangle('Flipped and turned copy', [1870, 430, 480, 320], {
    id: '6:22',
    axes: [
      [-cosine, -sine],
      [-sine, cosine],
    ],
    fills: [picture('room')],
  }),
  { type: 'STAR', id: '6:23', name: 'Over the flipped copy', x: 1560, y: 500, width: 150, height: 150, fills: marker },
]

const product = (id: string, box: readonly [number, number, number, number]): SceneNode =>
  rectangle('Bottle', box, { id, fills: [picture('bottle', { scaleMode: 'FIT' })] })

const row: readonly SceneNode[] = [
  note('A product with its own transparent background', 0, 872),
  frame('Product card', [0, 940, 420, 560], { id: '6:30', fills: [solid('#e9dfd2')], cornerRadius: 20 }, [
    product('6:31', [60, 40, 300, 400]),
    text('Field tonic', [32, 462, 356, 32], { size: 24, weight: 700, ink }),
  ]),
  note('A square to be made 16:9', 500, 872),
  rectangle('Square photo', [500, 940, 480, 480], { id: '6:40', fills: [picture('vase')] }),
  frame('Banner 16:9', [1040, 940, 960, 540], { id: '6:41', fills: [solid('#efeae2')] }),
]

const posterParts = (headline: string, backdrop: Partial<SceneNode> = {}): SceneNode[] => [
  rectangle('Backdrop', [0, 0, 640, 800], { fills: [picture('kitchen')], ...backdrop }),
  rectangle('Bottle', [185, 250, 270, 360], {
    fills: [picture('bottle', { scaleMode: 'FIT' })],
  }),
  text(headline, [40, 56, 560, 120], { size: 52, weight: 700, ink, name: 'Headline' }),
  button('Try it', [40, 696, 132, 52], ink, '#ffffff'),
]

const poster = (type: 'COMPONENT' | 'INSTANCE', id: string, name: string, x: number): SceneNode => ({
  type,
  id,
  name,
  x,
  y: 1640,
  width: 640,
  height: 800,
  clipsContent: true,
  fills: [solid('#ffffff')],
  cornerRadius: 24,
  ...(type === 'INSTANCE' ? { mainComponentId: '6:50' } : {}),
})

const mockups: readonly SceneNode[] = [
  note('A mockup as a component, an instance of it, and one whose backdrop is locked', 0, 1572),
  { ...poster('COMPONENT', '6:50', 'Poster', 0), children: posterParts('Main component') },
  { ...poster('INSTANCE', '6:60', 'Poster', 720), children: posterParts('An instance') },
  {
    ...poster('INSTANCE', '6:70', 'Poster with a locked backdrop', 1440),
    children: posterParts('Locked backdrop', { fillsOverridable: false }),
  },
  frame('Launch poster', [2160, 1640, 640, 800], { id: '6:80', fills: [picture('room')], cornerRadius: 24 }, [
    product('6:81', [170, 260, 300, 400]),
    text('Field tonic\nis back.', [40, 56, 560, 120], {
      id: '6:82',
      size: 52,
      weight: 700,
      ink,
      name: 'Headline',
    }),
    button('Buy it', [40, 696, 132, 52], ink, '#ffffff'),
  ]),
]

/** Pictures to edit, each with what its kind of edit needs beside or over it. */
export const edits: Scene = {
  name: 'Field tonic edits',
  pictures: pick('room', 'bottle', 'vase', 'kitchen'),
  pages: [{ name: 'Edits', children: [...masks, ...copies, ...row, ...mockups] }],
}
