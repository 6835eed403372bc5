import type { Scene, SceneNode } from '#playground/figma/scene.ts'
import { gif, jpeg, png } from './pictures.ts'

export const lampPng = await png(640, 400)
export const shadeJpeg = await jpeg(300, 200)
export const blinkGif = await gif(32, 32)

const image = (imageHash: string, more: Partial<ImagePaint> = {}): ImagePaint => ({
  type: 'IMAGE',
  scaleMode: 'FILL',
  imageHash,
  visible: true,
  ...more,
})
const red: SolidPaint = { type: 'SOLID', color: { r: 1, g: 0, b: 0 } }
const blue: SolidPaint = { type: 'SOLID', color: { r: 0, g: 0, b: 1 } }

const text = (id: string, characters: string, more: Partial<SceneNode> = {}): SceneNode => ({
  id,
  type: 'TEXT',
  name: characters,
  characters,
  width: 300,
  height: 40,
  ...more,
})
const box = (id: string, more: Partial<SceneNode> = {}): SceneNode => ({
  id,
  type: 'RECTANGLE',
  name: `Box ${id}`,
  width: 100,
  height: 100,
  fills: [red],
  ...more,
})

const frames: SceneNode[] = [
  {
    id: '1:1',
    type: 'FRAME',
    name: 'Hero',
    width: 800,
    height: 400,
    fills: [red],
    children: [
      box('1:2'),
      { id: '1:3', type: 'GROUP', name: 'Headline group', children: [box('1:4'), text('1:5', 'Light for work')] },
      text('1:6', 'Since 1961', { y: 300 }),
    ],
  },
  box('1:10', { name: 'Neighbour', x: 850, y: 100, width: 200, height: 200 }),
  box('1:11', {
    name: 'Lamp',
    y: 600,
    width: 320,
    height: 200,
    fills: [red, image('lamp'), image('shade', { visible: false })],
  }),
  box('1:12', { name: 'Blink', x: 400, y: 600, fills: [image('blink')] }),
  {
    id: '1:20',
    type: 'FRAME',
    name: 'Column',
    y: 1000,
    width: 300,
    height: 500,
    layoutMode: 'VERTICAL',
    itemSpacing: 10,
    paddingTop: 20,
    paddingLeft: 20,
    layoutSizingVertical: 'HUG',
    children: [box('1:21'), text('1:22', 'In the flow')],
  },
  {
    id: '1:30',
    type: 'FRAME',
    name: 'Full grid',
    x: 400,
    y: 1000,
    width: 200,
    height: 200,
    layoutMode: 'GRID',
    gridRowCount: 1,
    gridColumnCount: 2,
    children: [box('1:31'), box('1:32')],
  },
  {
    id: '1:40',
    type: 'FRAME',
    name: 'Turned',
    x: 1500,
    y: 1000,
    width: 400,
    height: 200,
    rotation: 30,
    children: [box('1:41', { constraints: { horizontal: 'SCALE', vertical: 'MAX' } })],
  },
]

const components: SceneNode[] = [
  {
    id: '1:50',
    type: 'COMPONENT_SET',
    name: 'Cards',
    y: 1700,
    width: 500,
    height: 300,
    children: [
      {
        id: '1:51',
        type: 'COMPONENT',
        name: 'State=Rest',
        x: 20,
        y: 20,
        width: 200,
        height: 200,
        children: [box('1:52'), { id: '1:53', type: 'SLOT', name: 'Slot', y: 110, width: 80, height: 80 }],
      },
    ],
  },
  {
    id: '1:60',
    type: 'INSTANCE',
    name: 'Card',
    x: 700,
    y: 1700,
    width: 200,
    height: 200,
    mainComponentId: '1:51',
    children: [
      box('I1:60;1:52', { name: 'Photo' }),
      { id: 'I1:60;1:53', type: 'SLOT', name: 'Slot', y: 110, width: 80, height: 80 },
    ],
  },
]

const oddities: SceneNode[] = [
  {
    id: '1:70',
    type: 'GROUP',
    name: 'Pair',
    children: [box('1:71', { x: 50, y: 2200 }), box('1:72', { x: 250, y: 2200 })],
  },
  { id: '1:80', type: 'BOOLEAN_OPERATION', name: 'Ring', children: [box('1:81', { x: 600, y: 2200 })] },
  text('1:90', 'Two colours', {
    y: 2400,
    segments: [
      { start: 0, end: 3, fills: [red] },
      { start: 3, end: 11, fills: [blue] },
    ],
  }),
  text('1:91', 'One colour', { y: 2450, fills: [red] }),
  { id: '1:92', type: 'LINE', name: 'Rule', y: 2500, width: 200 },
  {
    id: '1:93',
    type: 'FRAME',
    name: 'Locked',
    y: 2600,
    width: 100,
    height: 100,
    locked: true,
    children: [box('1:94')],
  },
  {
    id: '1:95',
    type: 'FRAME',
    name: 'Hidden',
    x: 200,
    y: 2600,
    width: 100,
    height: 100,
    visible: false,
    children: [box('1:96')],
  },
  box('1:98', { name: 'Styled', x: 600, y: 2600, fillStyleId: 'S:abc,' }),
  box('1:97', {
    name: 'Shadowed',
    x: 400,
    y: 2600,
    effects: [
      {
        type: 'DROP_SHADOW',
        visible: true,
        color: { r: 0, g: 0, b: 0, a: 1 },
        offset: { x: 30, y: 0 },
        radius: 10,
        blendMode: 'NORMAL',
      },
    ],
  }),
  {
    id: '1:100',
    type: 'SECTION',
    name: 'Campaign',
    x: 100,
    y: 3000,
    width: 1000,
    height: 400,
    children: [
      { id: '1:101', type: 'FRAME', name: 'Post', x: 50, y: 60, width: 300, height: 300 },
      { id: '1:102', type: 'FRAME', name: 'Last post', x: 650, y: 60, width: 300, height: 300 },
    ],
  },
  {
    id: '1:110',
    type: 'FRAME',
    name: 'Tilted photo',
    x: 1500,
    y: 2200,
    width: 200,
    height: 100,
    rotation: 90,
    fills: [image('lamp')],
  },
]

/** One of each thing the plugin must get right; what a test is about is named there by its id. */
export const canvasScene: Scene = {
  name: 'canvas',
  pages: [
    { id: '0:1', name: 'Page 1', children: [...frames, ...components, ...oddities] },
    { id: '0:2', name: 'Page 2', children: [{ id: '2:1', type: 'FRAME', name: 'Elsewhere', width: 100, height: 100 }] },
  ],
  pictures: { lamp: lampPng, shade: shadeJpeg, blink: blinkGif },
}
