import type { Scene, SceneNode } from '../figma/scene.ts'
import { ellipse, frame, rectangle, text } from './layers.ts'
import { gradient, picture, shadow, solid } from './paints.ts'
import { pick } from './pictures/all-pictures.ts'

const ink = '#22201d'
const white = [solid('#ffffff')]

const cardParts = (title: string, image: string): SceneNode[] => [
  rectangle('Photo', [16, 16, 228, 150], { fills: [picture(image)], cornerRadius: 8 }),
  text(title, [16, 182, 228, 22], { size: 16, weight: 600, ink, name: 'Title' }),
  text('Swap me, but do not move me', [16, 208, 228, 20], { size: 13, ink: '#7b756d', name: 'Note' }),
]

const component: SceneNode = {
  type: 'COMPONENT',
  id: '5:10',
  name: 'Card',
  x: 0,
  y: 0,
  width: 260,
  height: 248,
  fills: white,
  cornerRadius: 14,
  effects: [shadow(6, 20, 0.08)],
  children: cardParts('Main component', 'mug'),
}

const instance: SceneNode = {
  ...component,
  type: 'INSTANCE',
  id: '5:20',
  name: 'Card',
  x: 300,
  mainComponentId: '5:10',
  children: cardParts('Instance of it', 'vase'),
}

const variant = (name: string, x: number, fill: string, label: string): SceneNode => ({
  type: 'COMPONENT',
  name,
  x,
  y: 24,
  width: 132,
  height: 44,
  cornerRadius: 22,
  fills: [solid(fill)],
  children: [text(label, [0, 12, 132, 20], { size: 14, weight: 600, ink: '#ffffff', textAlignHorizontal: 'CENTER' })],
})

const componentSet: SceneNode = {
  type: 'COMPONENT_SET',
  name: 'Button',
  x: 600,
  y: 0,
  width: 340,
  height: 92,
  fills: [],
  strokes: [solid('#9747ff')],
  dashPattern: [10, 5],
  children: [variant('State=Default', 24, '#22201d', 'Default'), variant('State=Hover', 180, '#b4552f', 'Hover')],
}

const row = frame(
  'Auto layout row',
  [0, 330, 560, 132],
  {
    fills: white,
    cornerRadius: 12,
    layoutMode: 'HORIZONTAL',
    itemSpacing: 16,
    paddingLeft: 16,
    paddingRight: 16,
    paddingTop: 16,
    paddingBottom: 16,
    counterAxisAlignItems: 'CENTER',
  },
  [
    rectangle('Fixed', [0, 0, 100, 100], { fills: [picture('headphones')], cornerRadius: 8 }),
    frame('Fills the rest', [0, 0, 200, 100], {
      fills: [solid('#efe9e1')],
      cornerRadius: 8,
      layoutSizingHorizontal: 'FILL',
    }),
    rectangle('Fixed', [0, 0, 100, 100], { fills: [picture('chair')], cornerRadius: 8 }),
    ellipse('Badge (absolute)', [524, 8, 28, 28], { fills: [solid('#b4552f')], layoutPositioning: 'ABSOLUTE' }),
  ],
)

const cells = ['#d9c8b2', '#b8745a', '#8a9a83', '#6d7f6a', '#e6dbcd']
const grid = frame(
  'Grid 3 × 2',
  [600, 150, 340, 312],
  {
    fills: white,
    cornerRadius: 12,
    layoutMode: 'GRID',
    gridColumnCount: 3,
    gridRowCount: 2,
    gridColumnGap: 12,
    gridRowGap: 12,
    paddingLeft: 16,
    paddingRight: 16,
    paddingTop: 16,
    paddingBottom: 16,
  },
  cells.map((fill, index) =>
    rectangle(`Cell ${index + 1}`, [0, 0, 94, 134], { fills: [solid(fill)], cornerRadius: 8 }),
  ),
)

const nested = frame('Level 1', [0, 550, 260, 260], { fills: [solid('#f6efe6')], cornerRadius: 16 }, [
  frame('Level 2', [24, 24, 212, 212], { fills: [solid('#ead9c4')], cornerRadius: 12 }, [
    frame('Level 3', [24, 24, 164, 164], { fills: [solid('#d8b991')], cornerRadius: 10 }, [
      frame('Level 4', [24, 24, 116, 116], { fills: [picture('lamp')], cornerRadius: 8 }),
    ]),
  ]),
])

const rotated = frame(
  'Rotated 12°',
  [320, 620, 240, 170],
  { rotation: 12, fills: white, cornerRadius: 12, effects: [shadow(10, 30, 0.12)] },
  [
    rectangle('Photo', [12, 12, 216, 108], { fills: [picture('kitchen')], cornerRadius: 6 }),
    text('Found at a market', [12, 130, 216, 24], { size: 15, weight: 500, ink, textAlignHorizontal: 'CENTER' }),
  ],
)

const locked = frame(
  'Locked frame',
  [600, 550, 160, 120],
  { locked: true, fills: [solid('#ded6cb')], cornerRadius: 12 },
  [text('Locked', [0, 48, 160, 22], { size: 15, weight: 600, ink: '#7b756d', textAlignHorizontal: 'CENTER' })],
)
const hidden = frame('Hidden frame', [780, 550, 160, 120], {
  visible: false,
  fills: [picture('vase')],
  cornerRadius: 12,
})

const headline = text('Two colours in one text', [600, 698, 340, 40], {
  size: 28,
  weight: 700,
  ink,
  name: 'Mixed text',
})
const mixedText: SceneNode = {
  ...headline,
  segments: [
    { start: 0, end: 11, fills: [solid('#b4552f')] },
    { start: 11, end: 23, fills: [solid('#8a8178')] },
  ],
}

const group: SceneNode = {
  type: 'GROUP',
  name: 'Group of shapes',
  children: [
    ellipse('Sun', [604, 758, 56, 56], { fills: [gradient('down', '#ffd493', '#e8934d')] }),
    { type: 'STAR', name: 'Star', x: 682, y: 758, width: 56, height: 56, fills: [solid('#b4552f')] },
    { type: 'POLYGON', name: 'Triangle', x: 760, y: 758, width: 56, height: 56, fills: [solid('#6d7f6a')] },
    {
      type: 'LINE',
      name: 'Line',
      x: 836,
      y: 812,
      width: 104,
      rotation: 28,
      strokes: [solid('#8a8178')],
      strokeWeight: 2,
    },
  ],
}

const section: SceneNode = {
  type: 'SECTION',
  id: '5:80',
  name: 'Section with frames',
  x: 1020,
  y: 0,
  width: 460,
  height: 460,
  fills: [solid('#8a8178', 0.18)],
  children: [
    frame('Frame in a section', [32, 64, 396, 172], { fills: [picture('kitchen')], cornerRadius: 8 }),
    frame('Empty frame', [32, 292, 396, 136], { fills: white, cornerRadius: 8 }),
  ],
}

const modes = (['FILL', 'FIT', 'TILE', 'CROP'] as const).map((scaleMode, index) =>
  rectangle(`Photo ${scaleMode}`, [1020 + (index % 2) * 236, 550 + Math.floor(index / 2) * 140, 224, 124], {
    fills: [
      solid('#cfc6ba'),
      picture('headphones', {
        scaleMode,
        ...(scaleMode === 'TILE' ? { scalingFactor: 0.06 } : {}),
        ...(scaleMode === 'CROP'
          ? {
              imageTransform: [
                [0.5, 0, 0.25],
                [0, 0.28, 0.36],
              ],
            }
          : {}),
      }),
    ],
    cornerRadius: 8,
  }),
)

const banner = frame(
  'Banner 20:1',
  [0, 940, 4000, 200],
  { id: '5:90', fills: [gradient('right', '#f0e2cf', '#dba77c')] },
  [text('A very wide banner', [72, 64, 700, 72], { size: 60, weight: 700, ink: '#3a2216' })],
)
const dot = frame('1 × 1', [1540, 0, 1, 1], { id: '5:95', fills: [solid('#b4552f')] })

/** Everything a plugin may stumble over. */
export const awkward: Scene = {
  name: 'Awkward file',
  pictures: pick('mug', 'vase', 'headphones', 'chair', 'lamp', 'kitchen'),
  pages: [
    {
      name: 'Awkward',
      children: [
        component,
        instance,
        componentSet,
        row,
        grid,
        nested,
        rotated,
        locked,
        hidden,
        mixedText,
        group,
        section,
        ...modes,
        banner,
        dot,
      ],
    },
    { name: 'Another page', children: [frame('Elsewhere', [0, 0, 800, 600], { fills: [solid('#dfe5e1')] })] },
  ],
}
