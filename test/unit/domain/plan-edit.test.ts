import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bothPrices } from '#domain/edits/both-prices.ts'
import type { Edit } from '#domain/edits/edit.ts'
import { boxOf, planEdit } from '#domain/edits/plan-edit.ts'
import type { Extent } from '#domain/legal-sizes.ts'
import type { Mode } from '#domain/mode.ts'
import { findModel } from '#domain/models.ts'
import { planJob } from '#domain/plan-job.ts'
import { outputTokens } from '#domain/pricing.ts'
import type { Rect } from '#domain/rect.ts'
import { planSchema } from '#domain/size.ts'
import { sampleBrief } from '#support/sample-brief.ts'
import { sampleEdit } from '#support/sample-edit.ts'

const model = findModel('gpt-image-2')
const frame = { width: 1440, height: 900, name: 'Hero' }
const box = { x: 500, y: 300, width: 100, height: 100 }
const mask = { imageId: 'c'.repeat(64), box }
const original = sampleEdit().original
const sized = (extent: Extent): Edit => sampleEdit({ original: { ...original, ...extent }, canvas: extent })

const plan = (edit: Edit | null, mode: Mode = 'edit') => planEdit({ mode, edit, model, quality: 'low', count: 1 })

describe('planEdit', () => {
  it('describes the window that is sent, and nothing of a frame', () => {
    const planned = plan(sampleEdit({ mask }))
    expect(planSchema.parse(planned)).toEqual(planned)
    expect(planned).toMatchObject({
      targetSize: { width: planned.window?.width, height: planned.window?.height },
      crop: { x: 0, y: 0, width: 1, height: 1 },
      cropLoss: 0,
      band: null,
      withinLimits: true,
    })
    expect(planned.outputTokens).toBe(outputTokens(model, 'low', planned.size))
    expect(planned.window?.width).toBeLessThanOrEqual(1200)
  })

  it('says when a picture is larger than the model can draw', () => {
    const planned = plan(sized({ width: 6000, height: 4000 }))
    expect(planned.withinLimits).toBe(false)
    expect(planned.upscale).toBeCloseTo(6000 / planned.size.width, 1)
  })

  it.each<[string, Edit | null, Mode]>([
    ['original_missing', null, 'edit'],
    ['original_missing', null, 'expand'],
    ['original_too_small', sized({ width: 1, height: 1 }), 'edit'],
    ['original_too_small', sized({ width: 15, height: 4000 }), 'edit'],
    ['canvas_too_large', sized({ width: 10_001, height: 10_000 }), 'edit'],
    ['canvas_too_large', sampleEdit({ canvas: { width: 100_000, height: 1_001 } }), 'expand'],
    ['request_invalid', sampleEdit({ canvas: { width: 1300, height: 900 }, at: { x: 101, y: 0 } }), 'expand'],
    ['request_invalid', sampleEdit({ canvas: { width: 1199, height: 800 } }), 'expand'],
    ['request_invalid', sampleEdit({ canvas: { width: 1300, height: 800 } }), 'edit'],
    ['expand_nothing', sampleEdit(), 'expand'],
    ['expand_too_large', sampleEdit({ canvas: { width: 4097, height: 800 } }), 'expand'],
    ['expand_too_large', sampleEdit({ canvas: { width: 1200, height: 4097 } }), 'expand'],
    ['mask_missing', sampleEdit({ verb: 'remove' }), 'edit'],
    ['mask_outside', sampleEdit({ mask: { ...mask, box: { ...box, x: 1101 } } }), 'edit'],
    ['mask_outside', sampleEdit({ mask: { ...mask, box: { ...box, y: -1 } } }), 'edit'],
  ])('refuses with %s', (code, edit, mode) => {
    expect(() => plan(edit, mode)).toThrow(expect.objectContaining({ code }))
  })

  it.each([
    sized({ width: 16, height: 16 }),
    sized({ width: 10_000, height: 10_000 }),
    sampleEdit({ verb: 'remove', mask }),
  ])('takes what is on the limit', (edit) => {
    expect(plan(edit).window).not.toBeNull()
  })

  it('expands up to what Figma takes', () => {
    expect(plan(sampleEdit({ canvas: { width: 4096, height: 4096 } }), 'expand').window).not.toBeNull()
  })

  it('names the verb that needs a mask', () => {
    expect(() => plan(sampleEdit({ verb: 'remove' }))).toThrow(/“Remove object” needs a mask/)
  })
})

describe('the window that is sent', () => {
  const priceOf = (edit: Edit, count: number) =>
    planJob(sampleBrief({ mode: 'edit', edit, render: { count } }), frame, model).price.total
  const masked = (canvas: Extent, at: Rect, whole: boolean) => ({ ...sized(canvas), mask: { ...mask, box: at }, whole })

  it('never costs more than a whole picture that loses nothing', () => {
    const edge = fc.integer({ min: 16, max: 1100 })
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(edge, edge, fc.array(share, { minLength: 4, maxLength: 4 }), fc.constantFrom(1, 4), (...drawn) => {
        const [width, height, shares, count] = drawn
        const [left = 0, top = 0, across = 0, along = 0] = shares
        const [x, y] = [Math.floor((width - 1) * left), Math.floor((height - 1) * top)]
        const at = {
          x,
          y,
          width: 1 + Math.floor((width - x - 1) * across),
          height: 1 + Math.floor((height - y - 1) * along),
        }
        const whole = masked({ width, height }, at, true)
        fc.pre(plan(whole).withinLimits)
        expect(priceOf({ ...whole, whole: false }, count)).toBeLessThanOrEqual(priceOf(whole, count))
      }),
      { numRuns: 300 },
    )
  })

  it('is the whole picture where a part would be dearer', () => {
    const canvas = { width: 712, height: 143 }
    const at = { x: 300, y: 40, width: 60, height: 60 }
    expect(plan(masked(canvas, at, false))).toEqual(plan(masked(canvas, at, true)))
    expect(bothPrices(sampleBrief({ mode: 'edit', edit: masked(canvas, at, true) }), frame, model).whole).toBeNull()
  })
})

describe('boxOf', () => {
  const right = { canvas: { width: 1500, height: 800 } }

  it.each<[string, Partial<Edit>, object]>([
    ['the mask’s', { mask }, box],
    ['all of it without a mask', {}, { x: 0, y: 0, width: 1200, height: 800 }],
    ['the strip that is added', right, { x: 1200, y: 0, width: 300, height: 800 }],
    ['strip and mask', { ...right, mask }, { x: 500, y: 0, width: 1000, height: 800 }],
    [
      'all of it where opposite sides are added',
      { canvas: { width: 1400, height: 800 }, at: { x: 100, y: 0 } },
      { x: 0, y: 0, width: 1400, height: 800 },
    ],
    [
      'the strip above',
      { canvas: { width: 1200, height: 850 }, at: { x: 0, y: 50 } },
      { x: 0, y: 0, width: 1200, height: 50 },
    ],
  ])('%s', (_, change, expected) => {
    expect(boxOf(sampleEdit(change))).toEqual(expected)
  })
})
