import { describe, expect, it } from 'vitest'
import type { Edit } from '#domain/edit.ts'
import type { Mode } from '#domain/mode.ts'
import { findModel } from '#domain/models.ts'
import { boxOf, planEdit } from '#domain/plan-edit.ts'
import { outputTokens } from '#domain/pricing.ts'
import { planSchema } from '#domain/size.ts'
import { sampleEdit } from '#support/sample-edit.ts'

const model = findModel('gpt-image-2')
const box = { x: 500, y: 300, width: 100, height: 100 }
const mask = { imageId: 'c'.repeat(64), box }
const original = sampleEdit().original
const sized = (width: number, height: number): Edit =>
  sampleEdit({ original: { ...original, width, height }, canvas: { width, height } })

const plan = (edit: Edit | null, mode: Mode = 'edit') => planEdit({ mode, edit, model, quality: 'low' })

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
    const planned = plan(sized(6000, 4000))
    expect(planned.withinLimits).toBe(false)
    expect(planned.upscale).toBeCloseTo(6000 / planned.size.width, 1)
  })

  it.each<[string, Edit | null, Mode]>([
    ['original_missing', null, 'edit'],
    ['original_missing', null, 'expand'],
    ['original_too_small', sized(1, 1), 'edit'],
    ['original_too_small', sized(15, 4000), 'edit'],
    ['canvas_too_large', sized(10_001, 10_000), 'edit'],
    ['canvas_too_large', sampleEdit({ canvas: { width: 100_000, height: 1_001 } }), 'expand'],
    ['request_invalid', sampleEdit({ canvas: { width: 1300, height: 900 }, at: { x: 101, y: 0 } }), 'expand'],
    ['request_invalid', sampleEdit({ canvas: { width: 1199, height: 800 } }), 'expand'],
    ['request_invalid', sampleEdit({ canvas: { width: 1300, height: 800 } }), 'edit'],
    ['expand_nothing', sampleEdit(), 'expand'],
    ['mask_missing', sampleEdit({ verb: 'remove' }), 'edit'],
    ['mask_outside', sampleEdit({ mask: { ...mask, box: { ...box, x: 1101 } } }), 'edit'],
    ['mask_outside', sampleEdit({ mask: { ...mask, box: { ...box, y: -1 } } }), 'edit'],
  ])('refuses with %s', (code, edit, mode) => {
    expect(() => plan(edit, mode)).toThrow(expect.objectContaining({ code }))
  })

  it.each([sized(16, 16), sized(10_000, 10_000), sampleEdit({ verb: 'remove', mask })])(
    'takes what is on the limit',
    (edit) => {
      expect(plan(edit).window).not.toBeNull()
    },
  )

  it('names the verb that needs a mask', () => {
    expect(() => plan(sampleEdit({ verb: 'remove' }))).toThrow(/“Remove object” needs a mask/)
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
