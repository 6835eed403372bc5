import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { creditsOf, creditTableSchema, DEFAULT_CREDITS } from '#domain/credits.ts'
import { MODELS, offeredQualities } from '#domain/models.ts'
import { planSize } from '#domain/size.ts'
import { stageSchema } from '#domain/stage.ts'
import { TIERS, tierOf, tierSchema } from '#domain/tiers.ts'

/** Models that choose sizes alike are planned alike. */
const models = MODELS.filter(({ id }) => id === 'gpt-image-2' || id === 'gpt-image-2.5-flare')
const ways = models.flatMap((model) =>
  offeredQualities(model).flatMap((quality) => stageSchema.options.map((stage) => ({ model, quality, stage }))),
)
const ratios = Array.from({ length: 61 }, (_, i) => 3.2 ** ((i - 30) / 30))

describe('tierOf', () => {
  it.each(tierSchema.options)('takes every plan for %s as one', (tier) => {
    const others = ways.flatMap((way) =>
      ratios.flatMap((ratio) => {
        const frame = { width: 1000 * ratio, height: 1000 }
        const { size } = planSize({ ...way, frame, target: { kind: 'tier', tier } })
        return tierOf(size) === tier ? [] : [{ model: way.model.id, stage: way.stage, quality: way.quality, size }]
      }),
    )
    expect(others).toEqual([])
  })

  it('never gives more pixels a smaller tier', () => {
    const size = fc.record({ width: fc.integer({ min: 1, max: 3840 }), height: fc.integer({ min: 1, max: 3840 }) })
    const rank = (extent: { width: number; height: number }) => tierSchema.options.indexOf(tierOf(extent))
    fc.assert(
      fc.property(size, size, (one, other) => {
        const [small, large] = one.width * one.height <= other.width * other.height ? [one, other] : [other, one]
        return rank(small) <= rank(large)
      }),
    )
  })

  it('knows the limits to the pixel', () => {
    const strip = (area: number) => tierOf({ width: 1, height: area })
    expect([TIERS['1K'], TIERS['2K']].map(({ atMost }) => [strip(atMost), strip(atMost + 1)])).toEqual([
      ['1K', '2K'],
      ['2K', '4K'],
    ])
  })
})

describe('creditsOf', () => {
  it.each([
    [{ width: 1024, height: 1024 }, 1, 6],
    [{ width: 1536, height: 1024 }, 2, 12],
    [{ width: 2048, height: 2048 }, 1, 12],
    [{ width: 3840, height: 2160 }, 3, 60],
  ])('by default, %o × %i costs %i', (size, count, credits) => {
    expect(creditsOf(DEFAULT_CREDITS, size, count)).toBe(credits)
  })

  it('uses the team’s own table', () => {
    expect(creditsOf({ '1K': 1, '2K': 2, '4K': 4 }, { width: 2048, height: 1536 }, 5)).toBe(10)
  })

  it.each([
    { '1K': 0, '2K': 1, '4K': 1 },
    { '1K': 1, '2K': 1 },
    { '1K': 1.5, '2K': 2, '4K': 3 },
  ])('refuses the table %o', (table) => {
    expect(creditTableSchema.safeParse(table).success).toBe(false)
  })
})
