import type { Scene, SceneNode } from '../figma/scene.ts'
import { button, frame, rectangle, text } from './layers.ts'
import { gradient, picture, solid } from './paints.ts'
import { pick } from './pictures/all-pictures.ts'

interface Format {
  readonly name: string
  readonly at: readonly [x: number, y: number]
  readonly size: readonly [width: number, height: number]
  /** The finished ones have a photo; the others wait for theirs. */
  readonly photo?: string
  readonly ground: string
}

const formats: readonly Format[] = [
  { name: 'Instagram post', at: [0, 0], size: [1080, 1080], photo: 'coffee', ground: '#dba77c' },
  { name: 'Instagram portrait', at: [1200, 0], size: [1080, 1350], ground: '#c98d62' },
  { name: 'Story', at: [2400, 0], size: [1080, 1920], photo: 'tea', ground: '#9fb3aa' },
  { name: 'Pinterest pin', at: [3600, 0], size: [1000, 1500], ground: '#b8745a' },
  { name: 'Facebook link', at: [0, 2120], size: [1200, 630], ground: '#8a9a83' },
  { name: 'X post', at: [1320, 2120], size: [1600, 900], ground: '#b58457' },
  { name: 'LinkedIn', at: [3040, 2120], size: [1200, 627], photo: 'kitchen', ground: '#d8cab8' },
  { name: 'YouTube thumbnail', at: [3040, 2970], size: [1280, 720], ground: '#6f7f6c' },
]

/** Darkens the side the words stand on: the left of wide formats, the foot of tall ones. */
const shade = (wide: boolean) =>
  wide
    ? gradient('right', '#2a170ce6', '#2a170c99', '#2a170c00')
    : gradient('down', '#2a170c00', '#2a170c26', '#2a170ce0')

function artboard({ name, at, size: [width, height], photo, ground }: Format, index: number): SceneNode {
  const edge = Math.round(Math.min(width, height) * 0.07)
  const head = Math.round(Math.min(width * 0.105, height * 0.16))
  const small = Math.round(head * 0.36)
  const bottom = height - edge
  const buttonHeight = Math.round(small * 2.3)
  const top = bottom - buttonHeight - small * 2.6 - head * 2.16 - small
  const picked = photo ? [rectangle('Photo', [0, 0, width, height], { fills: [picture(photo)] })] : []
  return frame(
    `${name} ${width}×${height}`,
    [...at, width, height],
    { id: `4:${index + 10}`, fills: [solid(ground)] },
    [
      ...picked,
      rectangle('Shade', [0, 0, width, height], { fills: [shade(width > height)] }),
      rectangle('Mark', [edge, edge, small * 1.7, small * 1.7], { fills: [picture('logo')] }),
      text('Ember Coffee', [edge + small * 2.1, edge + small * 0.15, small * 8, small * 1.4], {
        size: small,
        weight: 600,
        ink: '#ffffff',
        name: 'Brand',
      }),
      text('Slow mornings,\nstrong coffee.', [edge, top, width - edge * 2, Math.round(head * 2.2)], {
        size: head,
        weight: 700,
        ink: '#fff8ef',
        name: 'Headline',
      }),
      text(
        'Small-batch roasts, at your door on Saturday.',
        [edge, top + head * 2.16 + small * 0.6, width - edge * 2, small * 1.5],
        {
          size: small,
          ink: '#f3e2cf',
          name: 'Sub-line',
        },
      ),
      button(
        'Order a bag',
        [edge, bottom - buttonHeight, Math.round(small * 9), buttonHeight],
        '#ffffff',
        '#3a2216',
        small,
      ),
    ],
  )
}

/** One campaign in eight sizes. */
export const social: Scene = {
  name: 'Ember social campaign',
  pictures: pick('coffee', 'tea', 'kitchen', 'logo'),
  pages: [{ name: 'Campaign', children: formats.map(artboard) }],
}
