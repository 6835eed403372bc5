import type { Scene, SceneNode } from '../figma/scene.ts'
import { button, frame, rectangle, text } from './layers.ts'
import { picture, shadow, solid } from './paints.ts'
import { pick } from './pictures/all-pictures.ts'

const ink = '#241d18'
const quiet = '#75685d'
const links = ['Lamps', 'Furniture', 'Journal', 'Stores']

const navigation: SceneNode = frame('Nav', [0, 0, 1440, 88], { fills: [] }, [
  rectangle('Mark', [72, 28, 32, 32], { fills: [picture('logo')] }),
  text('Lumen', [116, 28, 120, 32], { size: 22, weight: 700, ink }),
  ...links.map((label, index) => text(label, [560 + index * 104, 33, 96, 22], { size: 15, weight: 500, ink: quiet })),
  text('Bag (2)', [1296, 33, 72, 22], { size: 15, weight: 600, ink, textAlignHorizontal: 'RIGHT' }),
])

const copy: readonly SceneNode[] = [
  text('New — the Arc collection', [72, 218, 400, 22], { size: 15, weight: 600, ink: '#b4552f', name: 'Eyebrow' }),
  text('Light that\nfollows the work.', [72, 256, 660, 176], { size: 80, weight: 700, ink, name: 'Headline' }),
  text(
    'Matte black steel, solid walnut, and a beam you can aim with one finger. Made to stay on your desk for decades.',
    [72, 458, 480, 90],
    { size: 20, ink: quiet, lineHeight: 30, name: 'Sub-line' },
  ),
  button('Shop the collection', [72, 588, 232, 56], ink, '#ffffff'),
  text('See how it is made  →', [336, 605, 220, 22], { size: 16, weight: 600, ink, name: 'Link' }),
  text('Free delivery in 3 days      10-year guarantee', [72, 812, 480, 20], {
    size: 14,
    ink: quiet,
    name: 'Promises',
  }),
]

const photo = rectangle('Product photo', [792, 120, 576, 708], {
  fills: [picture('lamp')],
  cornerRadius: 28,
  effects: [shadow(24, 60, 0.18)],
})

const desktop = frame('Hero', [0, 0, 1440, 900], { id: '1:10', fills: [solid('#f5efe7')] }, [
  photo,
  ...copy,
  navigation,
])

const mobile = frame('Hero / mobile', [1560, 0, 390, 844], { id: '1:40', fills: [solid('#f5efe7')] }, [
  rectangle('Product photo', [0, 0, 390, 430], { fills: [picture('lamp')] }),
  rectangle('Mark', [24, 24, 28, 28], { fills: [picture('logo')] }),
  text('New — the Arc collection', [24, 462, 342, 20], { size: 14, weight: 600, ink: '#b4552f', name: 'Eyebrow' }),
  text('Light that\nfollows the work.', [24, 490, 342, 96], { size: 42, weight: 700, ink, name: 'Headline' }),
  text('Matte black steel, solid walnut, and a beam you can aim with one finger.', [24, 602, 330, 72], {
    size: 17,
    ink: quiet,
    name: 'Sub-line',
  }),
  button('Shop the collection', [24, 708, 342, 56], ink, '#ffffff'),
])

/** An empty frame beside the finished ones, waiting for a picture. */
const banner = frame('Newsletter banner', [0, 1020, 1440, 480], { id: '1:60', fills: [solid('#3a3029')] }, [
  text('Morning light,\nall day long.', [72, 128, 620, 130], {
    size: 58,
    weight: 700,
    ink: '#fff6ea',
    name: 'Headline',
  }),
  text('Join the list for early access to the autumn pieces.', [72, 288, 520, 28], { size: 18, ink: '#d9c9b8' }),
  button('Sign up', [72, 348, 136, 52], '#f2b56b', ink),
])

const exploration = frame('Hero / exploration', [0, 0, 1440, 900], { fills: [solid('#e4ddd3')] }, [
  text('Light that\nfollows the work.', [72, 320, 800, 176], { size: 80, weight: 700, ink, name: 'Headline' }),
])

/** A landing page with a live headline over its picture. */
export const hero: Scene = {
  name: 'Lumen landing page',
  pictures: pick('lamp', 'logo'),
  pages: [
    { name: 'Landing page', children: [desktop, mobile, banner] },
    { name: 'Explorations', children: [exploration] },
  ],
}
