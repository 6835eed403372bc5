import type { SceneNode } from '../figma/scene.ts'
import { solid } from './paints.ts'

type Box = readonly [x: number, y: number, width: number, height: number]
type More = Partial<SceneNode>

const place = ([x, y, width, height]: Box) => ({ x, y, width, height })

export const frame = (name: string, box: Box, more: More, children: readonly SceneNode[] = []): SceneNode => ({
  type: 'FRAME',
  name,
  ...place(box),
  children,
  ...more,
})

export const rectangle = (name: string, box: Box, more: More): SceneNode => ({
  type: 'RECTANGLE',
  name,
  ...place(box),
  ...more,
})

export const ellipse = (name: string, box: Box, more: More): SceneNode => ({
  ...rectangle(name, box, more),
  type: 'ELLIPSE',
})

interface TextStyle extends More {
  readonly size: number
  readonly weight?: number
  readonly ink?: string
}

/** Text in a box; line height in pixels follows the size unless given. */
export function text(
  characters: string,
  box: Box,
  { size, weight = 400, ink = '#1f1a17', ...more }: TextStyle,
): SceneNode {
  return {
    type: 'TEXT',
    name: characters.split('\n')[0] ?? characters,
    ...place(box),
    characters,
    fontSize: size,
    fontWeight: weight,
    lineHeight: Math.round(size * (size > 40 ? 1.08 : 1.4)),
    letterSpacing: size > 40 ? size * -0.025 : 0,
    fills: [solid(ink)],
    ...more,
  }
}

/** A rounded button with its label in the middle. */
export const button = (label: string, box: Box, background: string, ink: string, size = 16): SceneNode =>
  frame(
    'Button',
    box,
    {
      fills: [solid(background)],
      cornerRadius: box[3] / 2,
      layoutMode: 'HORIZONTAL',
      primaryAxisAlignItems: 'CENTER',
      counterAxisAlignItems: 'CENTER',
    },
    [
      text(label, [0, 0, Math.round(label.length * size * 0.54), Math.round(size * 1.4)], {
        size,
        weight: 600,
        ink,
        textAlignHorizontal: 'CENTER',
      }),
    ],
  )
