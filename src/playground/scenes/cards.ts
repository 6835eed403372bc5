import type { Scene, SceneNode } from '../figma/scene.ts'
import { frame, rectangle, text } from './layers.ts'
import { picture, shadow, solid } from './paints.ts'
import { pick } from './pictures/all-pictures.ts'

interface Product {
  readonly name: string
  readonly note: string
  readonly price: string
  /** Without one the card waits for its picture. */
  readonly image?: string
}

const products: readonly Product[] = [
  { name: 'Arc desk lamp', note: 'Matte black, walnut', price: '$240', image: 'lamp' },
  { name: 'Harbour chair', note: 'Oat bouclé, oak', price: '$890', image: 'chair' },
  { name: 'Morning mug', note: 'Stoneware, 350 ml', price: '$28', image: 'mug' },
  { name: 'Hush headphones', note: 'Cream, 40 h battery', price: '$320', image: 'headphones' },
  { name: 'Terra vase', note: 'Hand-thrown clay', price: '$75', image: 'vase' },
  { name: 'Linen throw', note: 'Washed, sand', price: '$110' },
]

const ink = '#22201d'
const quiet = '#7b756d'

function card({ name, note, price, image }: Product, index: number): SceneNode {
  const box = [64 + (index % 3) * 384, 200 + Math.floor(index / 3) * 476, 352, 444] as const
  const photo = rectangle('Photo', [0, 0, 352, 320], {
    fills: [image ? picture(image) : solid('#e6e1d9')],
    cornerRadius: [16, 16, 0, 0],
    layoutSizingHorizontal: 'FILL',
  })
  const words = frame('Words', [0, 320, 352, 124], { fills: [] }, [
    text(name, [20, 22, 220, 24], { size: 17, weight: 600, ink, name: 'Name' }),
    text(note, [20, 52, 300, 20], { size: 14, ink: quiet, name: 'Note' }),
    text(price, [252, 22, 80, 24], { size: 17, weight: 600, ink, textAlignHorizontal: 'RIGHT', name: 'Price' }),
    text('Add to bag', [20, 84, 120, 20], { size: 14, weight: 600, ink: '#b4552f', name: 'Action' }),
  ])
  const style = {
    fills: [solid('#ffffff')],
    cornerRadius: 16,
    effects: [shadow(8, 28, 0.07)],
    layoutMode: 'VERTICAL',
  } as const
  return frame(`Card / ${name}`, box, style, [photo, words])
}

const chips = ['All', 'Lighting', 'Seating', 'Table', 'Sound'].map((label, index) => {
  const width = 36 + label.length * 8
  const left =
    64 +
    ['All', 'Lighting', 'Seating', 'Table', 'Sound']
      .slice(0, index)
      .reduce((sum, other) => sum + 46 + other.length * 8, 0)
  const chosen = index === 0
  return frame(
    `Chip / ${label}`,
    [left, 136, width, 36],
    { fills: [solid(chosen ? ink : '#ffffff')], cornerRadius: 18 },
    [
      text(label, [0, 8, width, 20], {
        size: 14,
        weight: 500,
        ink: chosen ? '#ffffff' : ink,
        textAlignHorizontal: 'CENTER',
      }),
    ],
  )
})

const grid = frame('Shop grid', [0, 0, 1248, 1152], { id: '2:10', fills: [solid('#f4f1ec')] }, [
  text('New this week', [64, 56, 600, 60], { size: 48, weight: 700, ink, name: 'Title' }),
  text('48 pieces', [1024, 82, 160, 24], { size: 16, ink: quiet, textAlignHorizontal: 'RIGHT', name: 'Count' }),
  ...chips,
  ...products.map(card),
])

const empty = frame(
  'Category banner',
  [0, 1260, 1248, 360],
  { id: '2:90', fills: [solid('#d9d2c7')], cornerRadius: 20 },
  [
    text('The slow kitchen', [56, 220, 560, 52], { size: 44, weight: 700, ink, name: 'Title' }),
    text('Tools that get better with use', [56, 284, 480, 26], { size: 18, ink: '#544e47', name: 'Sub-line' }),
  ],
)

/** A shop's product cards; one still has no photo. */
export const cards: Scene = {
  name: 'Shop product grid',
  pictures: pick('lamp', 'chair', 'mug', 'headphones', 'vase'),
  pages: [{ name: 'Shop', children: [grid, empty] }],
}
