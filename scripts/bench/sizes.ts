import { type Extent, isLegalSize } from '#domain/legal-sizes.ts'
import { DEFAULT_MODEL_ID, findModel, type Model } from '#domain/models.ts'
import { formatPrice } from '#domain/money.ts'
import { outputTokens } from '#domain/pricing.ts'
import { type Plan, planSize, type Scale } from '#domain/size.ts'
import { type Stage, stageRow, stageSchema } from '#domain/stage.ts'
import { FRAME_SIZES } from './frame-sizes.ts'
import { nearestOfThree, roundThenScale } from './plain-strategies.ts'
import { anySizeFits, type Judged, judge, summarise } from './score.ts'

type Frame = (typeof FRAME_SIZES)[number]

interface Comparison {
  readonly planned: Judged[]
  readonly three: Judged[]
  readonly rounded: Judged[]
  readonly microseconds: number[]
}

const WARM_UP_ROUNDS = 20
const MOST_ABOVE_ROUNDING = 1.01
const MOST_OF_THREE = 0.9

/** Prints plans for well-known frames beside two plain strategies; false when a criterion does not hold. */
export function benchSizes(): boolean {
  const model = findModel(DEFAULT_MODEL_ID)
  warmUp(model)
  for (const stage of stageSchema.options) printPlans(model, stage)
  const atOne = stageSchema.options.map((stage) => compare(model, stage, 1))
  const atTwo = stageSchema.options.map((stage) => compare(model, stage, 2))
  stageSchema.options.forEach((stage, index) => {
    for (const [scale, all] of [
      ['1x', atOne],
      ['2x', atTwo],
    ] as const) {
      const comparison = all[index]
      if (comparison) printSummary(`${stage} at ${scale}`, comparison)
    }
  })
  printSummary('all stages at 2x', merge(atTwo))
  const all = merge(atOne)
  printSummary('all stages at 1x (what the criteria look at)', all)
  return printCriteria(all)
}

function plan(frame: Frame, model: Model, stage: Stage, scale: Scale): Plan {
  return planSize({ frame, target: { kind: 'scale', scale }, model, stage })
}

function warmUp(model: Model): void {
  for (let round = 0; round < WARM_UP_ROUNDS; round++) for (const frame of FRAME_SIZES) plan(frame, model, 'review', 1)
}

function printPlans(model: Model, stage: Stage): void {
  console.log(`\n${model.id}, ${stage} (${stageRow(stage).quality}), 1x`)
  console.log('frame                            size of frame   asked for     crop  upscale  tokens    price')
  for (const frame of FRAME_SIZES) {
    const { size, cropLoss, upscale, outputTokens: tokens, band } = plan(frame, model, stage, 1)
    const cells = [
      frame.name.padEnd(32),
      `${frame.width}x${frame.height}`.padEnd(14),
      `${size.width}x${size.height}`.padEnd(10),
      `${(cropLoss * 100).toFixed(1)}%`.padStart(6),
      upscale.toFixed(2).padStart(7),
      String(tokens).padStart(7),
      formatPrice(tokens * model.prices.imageOut).padStart(8),
      band ? 'band' : '',
    ]
    console.log(cells.join(' ').trimEnd())
  }
}

function compare(model: Model, stage: Stage, scale: Scale): Comparison {
  const { quality, maxUpscale } = stageRow(stage)
  const microseconds: number[] = []
  const rows = FRAME_SIZES.map((frame) => {
    const started = performance.now()
    const { size } = plan(frame, model, stage, scale)
    microseconds.push((performance.now() - started) * 1000)
    const wanted: Extent = { width: frame.width * scale, height: frame.height * scale }
    const reachable = anySizeFits(wanted, model.sizes, maxUpscale)
    const judged = (chosen: Extent) =>
      judge({
        size: chosen,
        wanted,
        maxUpscale,
        reachable,
        legal: isLegalSize(chosen, model.sizes),
        tokens: outputTokens(model, quality, chosen),
      })
    return [judged(size), judged(nearestOfThree(frame)), judged(roundThenScale(wanted, model.sizes))] as const
  })
  return {
    planned: rows.map(([planned]) => planned),
    three: rows.map(([, three]) => three),
    rounded: rows.map(([, , rounded]) => rounded),
    microseconds,
  }
}

function merge(comparisons: readonly Comparison[]): Comparison {
  return {
    planned: comparisons.flatMap((one) => one.planned),
    three: comparisons.flatMap((one) => one.three),
    rounded: comparisons.flatMap((one) => one.rounded),
    microseconds: comparisons.flatMap((one) => one.microseconds),
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

function printSummary(title: string, { planned, three, rounded, microseconds }: Comparison): void {
  const { imageOut } = findModel(DEFAULT_MODEL_ID).prices
  const own = summarise(planned)
  console.log(`\n${title}: ${planned.length} plans, median ${median(microseconds).toFixed(0)} µs`)
  console.log('strategy             illegal  max crop up to 3:1  over limits where a size fits     cost  planned/this')
  for (const [name, judged] of [
    ['planSize', planned],
    ['nearest of three', three],
    ['round, then scale', rounded],
  ] as const) {
    const { illegal, maxLoss, overLimits, tokens } = summarise(judged)
    const cells = [
      name.padEnd(20),
      String(illegal).padStart(7),
      `${(maxLoss * 100).toFixed(1)}%`.padStart(19),
      String(overLimits).padStart(30),
      formatPrice(tokens * imageOut).padStart(9),
      (own.tokens / tokens).toFixed(4).padStart(13),
    ]
    console.log(cells.join(' '))
  }
}

function printCriteria({ planned, three, rounded, microseconds }: Comparison): boolean {
  const own = summarise(planned)
  const criteria: readonly (readonly [string, boolean])[] = [
    ['no illegal size', own.illegal === 0],
    ['within 2 % crop and the upscale limit wherever a legal size is', own.overLimits === 0],
    ['at least 10 % cheaper than the nearest of three sizes', own.tokens <= summarise(three).tokens * MOST_OF_THREE],
    ['at most 1 % dearer than rounding', own.tokens <= summarise(rounded).tokens * MOST_ABOVE_ROUNDING],
    ['median plan under 1 ms', median(microseconds) < 1000],
  ]
  console.log('')
  for (const [name, holds] of criteria) console.log(`${holds ? 'yes' : 'NO '}  ${name}`)
  return criteria.every(([, holds]) => holds)
}
