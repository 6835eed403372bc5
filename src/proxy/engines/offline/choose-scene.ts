import { isFormOf } from './described-words.ts'
import type { Random } from './random.ts'
import type { Scene, SceneSpace } from './scene.ts'
import { bokeh } from './scenes/bokeh.ts'
import { landscape } from './scenes/landscape.ts'
import { paperShapes } from './scenes/paper-shapes.ts'
import { productStage } from './scenes/product-stage.ts'
import { ribbons } from './scenes/ribbons.ts'
import { stillLife } from './scenes/still-life.ts'

export type SceneMaker = (space: SceneSpace) => Scene

const SCENES: { make: SceneMaker; words: string[] }[] = [
  {
    make: landscape,
    words:
      'landscape mountain hill valley sea ocean beach coast lake river forest tree field meadow desert dune sky sunset sunrise horizon island travel hiking garden vineyard fjord snow outdoor nature'.split(
        ' ',
      ),
  },
  {
    make: stillLife,
    words:
      'table desk lamp counter shelf kitchen walnut oak coffee tea cup mug bottle vase flower plant bowl food bread fruit breakfast book candle jar interior home linen window ceramic still'.split(
        ' ',
      ),
  },
  {
    make: productStage,
    words:
      'product pedestal podium plinth stage studio packshot perfume serum cosmetic skincare shoe sneaker headphone watch phone laptop speaker launch shop store display arch'.split(
        ' ',
      ),
  },
  {
    make: bokeh,
    words:
      'night bokeh light party festive christmas concert city street dream glow sparkle neon bar club wedding'.split(
        ' ',
      ),
  },
  {
    make: ribbons,
    words:
      'flow silk wave ribbon fabric gradient smooth music fluid liquid motion fashion velvet aurora abstract'.split(
        ' ',
      ),
  },
  {
    make: paperShapes,
    words:
      'abstract geometric shape pattern paper collage graphic poster bauhaus minimal fintech bank data app software icon brand illustration'.split(
        ' ',
      ),
  },
]

/** The scene whose words the brief uses most; the seed decides when none or several fit equally. */
export function chooseScene(words: string[], random: Random): SceneMaker {
  const hits = SCENES.map((scene) => words.filter((word) => scene.words.some((entry) => isFormOf(word, entry))).length)
  const most = Math.max(...hits)
  const best = SCENES.filter((_, i) => hits[i] === most)
  return best[Math.floor(random() * best.length)]?.make ?? stillLife
}
