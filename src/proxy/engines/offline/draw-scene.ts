import { picture } from '../../pixels/picture.ts'
import { darker, lighter } from './colour.ts'
import type { CalmSide } from './layout.ts'
import type { Scene, SceneSpace } from './scene.ts'
import { el, linear, radial } from './svg.ts'

/** From the calm side inwards: corners of a gradient. */
const WASH: Readonly<Record<CalmSide, [number, number, number, number]>> = {
  left: [0, 0, 0.62, 0],
  right: [1, 0, 0.38, 0],
  top: [0, 0, 0, 0.55],
  bottom: [0, 1, 0, 0.45],
}

/** Light from one upper corner, darker edges, and quiet where words are to go. */
function finish({ width, height, palette, random, calm }: SceneSpace): { defs: string; shape: string } {
  const lit = calm === 'left' ? 0.08 : calm === 'right' ? 0.92 : random() < 0.5 ? 0.08 : 0.92
  const cover = (fill: string) => el('rect', { width, height, fill: `url(#${fill})` })
  const edge = darker(palette.shade, 0.4)
  const wash = calm
    ? linear('wash', WASH[calm], [
        [0, palette.wall, 0.66],
        [0.55, palette.wall, 0.42],
        [1, palette.wall, 0],
      ])
    : ''
  return {
    defs:
      radial(
        'key',
        [lit, 0, 1.1],
        [
          [0, lighter(palette.light, 0.35), 0.5],
          [0.5, palette.light, 0.12],
          [1, palette.light, 0],
        ],
      ) +
      radial(
        'edges',
        [0.5, 0.46, 0.86],
        [
          [0.4, edge, 0],
          [0.7, edge, 0.05],
          [0.85, edge, 0.13],
          [1, edge, 0.3],
        ],
      ) +
      wash,
    shape: (calm ? cover('wash') : '') + cover('key') + cover('edges'),
  }
}

export interface SceneLayers {
  /** False for a transparent picture: only the objects are drawn. */
  backdrop: boolean
  /** False over a background reference. */
  objects: boolean
}

/** The scene as RGBA pixels, drawn `scale` times the size of the picture. */
export async function drawScene(space: SceneSpace, scene: Scene, scale: number, layers: SceneLayers): Promise<Buffer> {
  const { width, height } = space
  const { defs, shape } = finish(space)
  const body =
    (layers.backdrop ? scene.backdrop : '') +
    (layers.objects ? scene.objects : '') +
    (layers.backdrop || !layers.objects ? shape : '')
  const svg = el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: Math.round(width * scale),
      height: Math.round(height * scale),
      viewBox: `0 0 ${width} ${height}`,
      preserveAspectRatio: 'none',
    },
    el('defs', {}, scene.defs + defs) + body,
  )
  return await picture(Buffer.from(svg)).ensureAlpha().png({ compressionLevel: 0 }).toBuffer()
}
