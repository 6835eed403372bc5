import type { ScenePicture } from '../../figma/scene.ts'
import { drawBottle } from './bottle.ts'
import { drawChair } from './chair.ts'
import { drawHeadphones } from './headphones.ts'
import { drawKitchen } from './kitchen.ts'
import { drawLamp } from './lamp.ts'
import { drawLivingRoom } from './living-room.ts'
import { drawLogo } from './logo.ts'
import { drawMug } from './mug.ts'
import { drawScreenshot } from './screenshot.ts'
import { drawVase } from './vase.ts'

const photo = (
  width: number,
  height: number,
  draw: (context: CanvasRenderingContext2D, width: number, height: number) => void,
) => ({ width, height, format: 'image/jpeg', draw }) satisfies ScenePicture

const cream = { glaze: ['#f7f1e8', '#e8dccb', '#c2ae96'] } as const

const pictures = {
  lamp: photo(1200, 1320, drawLamp),
  mug: photo(1200, 1200, drawMug({ ...cream, wall: ['#f0cfae', '#dba77c'] })),
  coffee: photo(1200, 1200, drawMug({ ...cream, wall: ['#f0cfae', '#c98d62'], floor: 0.44, size: 0.76 })),
  tea: photo(
    1080,
    1920,
    drawMug({ wall: ['#c9d6cf', '#8fa79c'], glaze: ['#55665c', '#43534a', '#2f3b35'], floor: 0.46 }),
  ),
  headphones: photo(1200, 1200, drawHeadphones),
  vase: photo(1200, 1200, drawVase),
  chair: photo(1200, 1200, drawChair),
  kitchen: photo(1600, 1000, drawKitchen),
  room: photo(1800, 1200, drawLivingRoom),
  bottle: { width: 900, height: 1200, format: 'image/png', draw: drawBottle },
  screenshot: photo(1600, 1000, drawScreenshot),
  logo: { width: 256, height: 256, format: 'image/png', draw: drawLogo },
} satisfies Record<string, ScenePicture>

/** Pictures of the sample documents, by the key their image fills use. */
export const pick = (...keys: readonly (keyof typeof pictures)[]): Record<string, ScenePicture> =>
  Object.fromEntries(keys.map((key) => [key, pictures[key]]))
