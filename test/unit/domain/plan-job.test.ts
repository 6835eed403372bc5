import { describe, expect, test } from 'vitest'
import { findModel } from '#domain/models.ts'
import { planJob } from '#domain/plan-job.ts'
import { outputTokens } from '#domain/pricing.ts'
import { requestSchema } from '#domain/request.ts'
import { sampleBrief } from '#support/sample-brief.ts'

const model = findModel('gpt-image-2')
const frame = { width: 1440, height: 900, name: 'Hero' }
const reference = { imageId: 'a'.repeat(64), role: 'subject' as const, width: 1024, height: 1024, name: '' }

describe('planJob', () => {
  test('makes a request the engines accept, priced for the size it asks for', () => {
    const { plan, request, price } = planJob(sampleBrief({ render: { count: 2, stage: 'review' } }), frame, model)
    expect(requestSchema.parse(request)).toEqual(request)
    expect(request).toMatchObject({ model: 'gpt-image-2', quality: 'medium', count: 2, size: plan.size, mask: null })
    expect(price.outputTokens).toBe(2 * outputTokens(model, 'medium', plan.size))
    expect(price.total).toBeGreaterThanOrEqual(price.outputTokens * 30)
  })

  test('each reference adds its input tokens to the price', () => {
    const without = planJob(sampleBrief(), frame, model)
    const withOne = planJob(sampleBrief({ references: [reference] }), frame, model)
    expect(withOne.price.inputImageTokens).toBe(1024)
    expect(withOne.price.total).toBeGreaterThan(without.price.total + 1024 * 8 - 1)
  })

  test('asks for a higher quality where the model has it, at its price', () => {
    const flare = findModel('gpt-image-2.5-flare')
    const render = { model: flare.id, stage: 'final', quality: 'max' } as const
    const max = planJob(sampleBrief({ render }), frame, flare)
    expect(max.request.quality).toBe('max')
    expect(max.price.outputTokens).toBe(outputTokens(flare, 'max', max.plan.size))
    expect(() => planJob(sampleBrief({ render: { ...render, model: model.id } }), frame, model)).toThrow(
      expect.objectContaining({ code: 'option_unsupported' }),
    )
  })

  test.each([
    ['idea_missing', sampleBrief({ idea: ' \n ' })],
    ['prompt_too_long', sampleBrief({ idea: 'a'.repeat(40_000) })],
    ['too_many_references', sampleBrief({ references: Array(17).fill(reference) })],
    ['option_unsupported', sampleBrief({ render: { background: 'transparent' } })],
  ])('refuses with %s', (code, brief) => {
    expect(() => planJob(brief, frame, model)).toThrow(expect.objectContaining({ code }))
  })

  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, 1e9])('refuses a frame %s wide', (width) => {
    expect(() => planJob(sampleBrief(), { ...frame, width }, model)).toThrow(
      expect.objectContaining({ code: 'frame_invalid' }),
    )
  })

  test('refuses a transparent JPEG even where the model can do transparency', () => {
    const brief = sampleBrief({ render: { model: 'gpt-image-2.5-flare', background: 'transparent', format: 'jpeg' } })
    expect(() => planJob(brief, frame, findModel('gpt-image-2.5-flare'))).toThrow(/transparent background in a JPEG/)
  })
})
