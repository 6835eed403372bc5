import { parseArgs } from 'node:util'
import { creditsOf } from '#domain/credits.ts'
import { DEFAULT_MODEL_ID, findModel } from '#domain/models.ts'
import { formatPrice } from '#domain/money.ts'
import { estimate } from '#domain/pricing.ts'
import { planSize } from '#domain/size.ts'
import { stageRow, stageSchema } from '#domain/stage.ts'
import { parseCredits } from '../parse-credits.ts'
import { parseFrame } from '../parse-frame.ts'
import { parseTarget } from '../parse-target.ts'

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

/** `plan`: what would be asked for at each stage, and what it costs with the stage’s previews, before words and references. Needs no proxy. */
export async function plan(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      frame: { type: 'string' },
      scale: { type: 'string' },
      tier: { type: 'string' },
      model: { type: 'string', default: DEFAULT_MODEL_ID },
      credits: { type: 'string', default: 'none' },
      json: { type: 'boolean', default: false },
    },
  })
  const frame = parseFrame(values.frame)
  const model = findModel(values.model)
  const target = parseTarget(values)
  const table = parseCredits(values.credits)
  const stages = stageSchema.options.map((stage) => {
    const planned = planSize({ frame, target, model, stage })
    const { quality, partialImages } = stageRow(stage)
    const price = estimate({
      model,
      quality,
      size: planned.size,
      count: 1,
      references: [],
      prompt: '',
      partialImages,
    })
    const credits = table && creditsOf(table, planned.size, 1)
    return { stage, quality, partialImages, plan: planned, price, credits }
  })
  if (values.json) {
    console.log(JSON.stringify({ frame, model: model.id, target, stages }, null, 2))
    return 0
  }
  for (const { stage, plan: planned, price, credits } of stages)
    console.log(
      [
        stage.padEnd(7),
        `${planned.size.width}x${planned.size.height}`.padEnd(10),
        `crop ${percent(planned.cropLoss)}`.padEnd(12),
        `upscale ${planned.upscale.toFixed(2)}`.padEnd(13),
        `${price.outputTokens} tokens`.padEnd(13),
        ...(credits === null ? [] : [`${credits} credits`.padEnd(10)]),
        `${price.exact ? '' : 'at most '}${formatPrice(price.total)}`,
      ].join('  '),
    )
  return 0
}
