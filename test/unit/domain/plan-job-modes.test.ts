import { describe, expect, test } from 'vitest'
import type { Brief } from '#domain/brief.ts'
import { bothPrices } from '#domain/edits/both-prices.ts'
import { type Mode, modeSchema } from '#domain/mode.ts'
import { findModel } from '#domain/models.ts'
import { planJob } from '#domain/plan-job.ts'
import { inputImageTokens } from '#domain/pricing.ts'
import { requestSchema } from '#domain/request.ts'
import { planSize } from '#domain/size.ts'
import { sampleBrief } from '#support/sample-brief.ts'
import { sampleEdit } from '#support/sample-edit.ts'

const model = findModel('gpt-image-2')
const flare = findModel('gpt-image-2.5-flare')
const frame = { width: 1440, height: 900, name: 'Hero' }
const mask = { imageId: 'c'.repeat(64), box: { x: 500, y: 300, width: 100, height: 100 } }
const wide = { width: 1500, height: 800 }
const style = { imageId: 'a'.repeat(64), role: 'style' as const, width: 700, height: 500, name: '' }

/** A brief of each mode that can be sent. */
const BRIEFS: Record<Mode, Brief> = {
  create: sampleBrief(),
  edit: sampleBrief({ mode: 'edit', edit: sampleEdit({ mask }) }),
  background: sampleBrief({ mode: 'background' }),
  expand: sampleBrief({ mode: 'expand', idea: '', edit: sampleEdit({ canvas: wide }) }),
  cutout: sampleBrief({ mode: 'cutout', cutout: { key: '#ff00ff' } }),
}
const plan = (brief: Brief, by = model) => planJob(brief, frame, by)

describe('planJob in each mode', () => {
  test.each(modeSchema.options)('%s makes a request the engines accept', (mode) => {
    const { request } = plan(BRIEFS[mode])
    expect(requestSchema.parse(request)).toEqual(request)
  })

  test.each(['create', 'background', 'cutout'] as const)(
    '%s plans by the frame, whatever edit it still holds',
    (mode) => {
      const { plan: planned, request, price } = plan(BRIEFS[mode])
      const held = plan({ ...BRIEFS[mode], edit: sampleEdit({ mask }) })
      expect(held).toEqual({ plan: planned, request, price })
      expect(planned).toEqual(planSize({ frame, target: { kind: 'scale', scale: 1 }, model, stage: 'draft' }))
      expect(request).toMatchObject({ mask: null, cut: null, references: [] })
      expect(price.exact).toBe(true)
    },
  )

  test.each(['edit', 'expand'] as const)('%s plans by its original, whatever the frame', (mode) => {
    const other = planJob(BRIEFS[mode], { width: 33, height: 4000, name: '' }, model)
    expect(other).toEqual(plan(BRIEFS[mode]))
    expect(() => plan({ ...BRIEFS[mode], edit: null })).toThrow(expect.objectContaining({ code: 'original_missing' }))
  })

  test('the original goes first, at the size of its window, and says what to cut', () => {
    const { request, plan: planned } = plan({ ...BRIEFS.edit, references: [style] })
    const { matte, canvas, at, original } = sampleEdit()
    expect(request.references).toEqual([
      { imageId: original.imageId, role: 'original', name: 'kitchen.png', ...planned.size },
      style,
    ])
    expect(request.mask).toBe(mask.imageId)
    expect(request.cut).toEqual({ original, canvas, at, mask, matte, window: planned.window })
  })

  test('a mask counts as one more picture, and the price as at most', () => {
    const masked = plan(BRIEFS.edit)
    const own = inputImageTokens(masked.plan.size)
    expect(masked.price).toMatchObject({ exact: false, inputImageTokens: 2 * own })
    const free = plan(sampleBrief({ mode: 'edit', edit: sampleEdit() }))
    expect(free.price).toMatchObject({ exact: true, inputImageTokens: inputImageTokens(free.plan.size) })
    const expanded = plan(BRIEFS.expand)
    expect(expanded.price).toMatchObject({ exact: false, inputImageTokens: 2 * inputImageTokens(expanded.plan.size) })
  })

  test.each(['edit', 'expand'] as const)('%s asks for an opaque PNG, whatever was chosen', (mode) => {
    const brief = BRIEFS[mode]
    const render = { ...brief.render, model: flare.id, format: 'jpeg', background: 'transparent' } as const
    expect(plan({ ...brief, render }, flare).request).toMatchObject({ format: 'png', background: 'opaque' })
  })

  test('create and background keep the format that was chosen', () => {
    for (const mode of ['create', 'background'] as const) {
      const render = { ...BRIEFS[mode].render, format: 'webp' } as const
      expect(plan({ ...BRIEFS[mode], render }).request.format).toBe('webp')
    }
  })

  test('a cutout is asked for transparent where the model can, else on the key colour', () => {
    const key = plan({ ...BRIEFS.cutout, render: { ...BRIEFS.cutout.render, format: 'jpeg' } }).request
    expect(key).toMatchObject({ format: 'png', background: 'opaque' })
    expect(key.prompt).toContain('#ff00ff')
    const clear = plan({ ...BRIEFS.cutout, render: { ...BRIEFS.cutout.render, model: flare.id } }, flare).request
    expect(clear).toMatchObject({ format: 'png', background: 'transparent' })
    expect(clear.prompt).not.toContain('#ff00ff')
  })

  test('only expand makes sense without words', () => {
    for (const mode of modeSchema.options.filter((other) => other !== 'expand'))
      expect(() => plan({ ...BRIEFS[mode], idea: ' ' })).toThrow(expect.objectContaining({ code: 'idea_missing' }))
  })

  test('pictures nobody added count among those a model takes, and nobody is asked to remove them', () => {
    const many = (mode: Mode, references: Brief['references']) => () => plan({ ...BRIEFS[mode], references })
    const said = 'There are 16 references and the model takes at most 15. Remove some references.'
    const foreground = { ...style, role: 'foreground' as const }
    expect(many('edit', Array(15).fill(style))).not.toThrow()
    expect(many('edit', Array(16).fill(style))).toThrow(said)
    expect(many('background', [...Array(16).fill(style), foreground])).toThrow(said)
    expect(many('create', Array(17).fill(style))).toThrow(/are 17 references .* at most 16/)
  })
})

describe('bothPrices', () => {
  test('the window’s and the whole picture’s, whichever is asked for', () => {
    const original = { ...sampleEdit().original, width: 3000, height: 2000 }
    const edit = sampleEdit({ original, canvas: { width: 3000, height: 2000 }, mask })
    const brief = (whole: boolean) => sampleBrief({ mode: 'edit', edit: { ...edit, whole } })
    const prices = bothPrices(brief(false), frame, model)
    expect(prices).toEqual({ window: plan(brief(false)).price, whole: plan(brief(true)).price })
    expect(prices.whole?.total).toBeGreaterThan(prices.window.total * 2)
    expect(bothPrices(brief(true), frame, model)).toEqual(prices)
  })

  test('one price where the window is the whole, or nothing is edited', () => {
    for (const brief of [BRIEFS.create, BRIEFS.cutout, sampleBrief({ mode: 'edit', edit: sampleEdit() })])
      expect(bothPrices(brief, frame, model)).toEqual({ window: plan(brief).price, whole: null })
    const held = { ...BRIEFS.create, edit: sampleEdit({ mask }) }
    expect(bothPrices(held, frame, model).whole).toBeNull()
  })

  test('are known before the next letter is typed', () => {
    const extent = { width: 9000, height: 6700 }
    const original = { ...sampleEdit().original, ...extent }
    const brief = sampleBrief({ mode: 'edit', edit: sampleEdit({ original, canvas: extent, mask }) })
    const times = Array.from({ length: 40 }, () => {
      const started = performance.now()
      expect(bothPrices(brief, frame, model).whole).not.toBeNull()
      return performance.now() - started
    })
    expect(Math.min(...times)).toBeLessThan(16)
  })
})
