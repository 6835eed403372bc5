import type { ScenePicture } from '../../figma/scene.ts'
import { drawChair } from './chair.ts'
import { drawHeadphones } from './headphones.ts'
import { drawKitchen } from './kitchen.ts'
import { drawLamp } from './lamp.ts'
import { drawLogo } from './logo.ts'
import { drawMug } from './mug.ts'
import { drawScreenshot } from './screenshot.ts'
import { drawVase } from './vase.ts'

const photo = (
  width: number,
  height: number,
  draw: (context: CanvasRenderingContext2D, width: number, height: number) => void,
) => ({ width, height, format: 'image/jpeg', draw }) satisfies ScenePicture

/** The pictures of the sample documents, by the key their image fills use. */
export const pictures = {
  lamp: photo(1200, 1320, drawLamp),
  mug: photo(1200, 1200, drawMug(['#f0cfae', '#dba77c'], ['#f7f1e8', '#e8dccb', '#c2ae96'])),
  teaMug: photo(1200, 1200, drawMug(['#c9d6cf', '#9fb3aa'], ['#55665c', '#43534a', '#2f3b35'])),
  headphones: photo(1200, 1200, drawHeadphones),
  vase: photo(1200, 1200, drawVase),
  chair: photo(1200, 1200, drawChair),
  kitchen: photo(1600, 1000, drawKitchen),
  screenshot: photo(1600, 1000, drawScreenshot),
  logo: { width: 256, height: 256, format: 'image/png', draw: drawLogo },
} satisfies Record<string, ScenePicture>
