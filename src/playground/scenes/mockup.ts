import type { Scene, SceneNode } from '../figma/scene.ts'
import { ellipse, frame, rectangle, text } from './layers.ts'
import { gradient, picture, shadow, solid } from './paints.ts'
import { pick } from './pictures/all-pictures.ts'

const laptop: SceneNode = {
  type: 'GROUP',
  name: 'Laptop',
  children: [
    rectangle('Lid', [250, 300, 1000, 652], {
      fills: [solid('#17191c')],
      cornerRadius: 30,
      effects: [shadow(40, 90, 0.28)],
    }),
    frame('Screen', [270, 320, 960, 600], { id: '3:20', fills: [picture('screenshot')], cornerRadius: 14 }),
    ellipse('Camera', [746, 307, 7, 7], { fills: [solid('#3c4046')] }),
    {
      type: 'VECTOR',
      name: 'Base',
      x: 130,
      y: 948,
      width: 1240,
      height: 44,
      pathData: 'M0 0 H1240 V14 C1240 34 1214 44 1188 44 H52 C26 44 0 34 0 14 Z',
      fills: [gradient('down', '#e3e5e8', '#a6abb2')],
      strokes: [],
    },
    rectangle('Notch', [650, 948, 200, 14], { fills: [solid('#9298a0')], cornerRadius: [0, 0, 12, 12] }),
  ],
}

const phone: SceneNode = {
  type: 'GROUP',
  name: 'Phone',
  children: [
    rectangle('Body', [1256, 470, 280, 580], {
      fills: [solid('#111214')],
      cornerRadius: 46,
      effects: [shadow(30, 60, 0.35)],
    }),
    frame('Phone screen', [1268, 482, 256, 556], { id: '3:30', fills: [solid('#dfe5e1')], cornerRadius: 36 }, [
      text('Good morning', [24, 66, 208, 34], { size: 24, weight: 700, ink: '#1f2a27' }),
      text('Here is your day', [24, 102, 208, 22], { size: 15, ink: '#5b6b65' }),
    ]),
    rectangle('Island', [1358, 494, 76, 20], { fills: [solid('#111214')], cornerRadius: 10 }),
  ],
}

const stage = frame(
  'Device mockup',
  [0, 0, 1600, 1200],
  { id: '3:10', fills: [gradient('down', '#f3d9bd', '#e3a987')] },
  [
    ellipse('Glow', [340, 140, 1000, 1000], { fills: [solid('#fff1df', 0.45)] }),
    text('Your money, at a glance.', [0, 104, 1600, 72], {
      size: 64,
      weight: 700,
      ink: '#3a2216',
      textAlignHorizontal: 'CENTER',
      name: 'Headline',
    }),
    text('Tally for desktop and phone', [0, 196, 1600, 34], {
      size: 24,
      ink: '#7d5138',
      textAlignHorizontal: 'CENTER',
      name: 'Sub-line',
    }),
    laptop,
    phone,
  ],
)

const icon = frame('App icon', [1720, 0, 512, 512], {
  id: '3:50',
  fills: [gradient('down', '#2f4a41', '#1f2a27')],
  cornerRadius: 116,
})
const poster = frame(
  'Store preview',
  [1720, 620, 512, 580],
  { id: '3:60', fills: [solid('#1f2a27')], cornerRadius: 24 },
  [text('See where it goes.', [40, 44, 432, 40], { size: 34, weight: 700, ink: '#ffffff' })],
)

/** A laptop and a phone with screens to fill. */
export const mockup: Scene = {
  name: 'Tally device mockup',
  pictures: pick('screenshot'),
  pages: [{ name: 'Mockup', children: [stage, icon, poster] }],
}
