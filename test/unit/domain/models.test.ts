import { describe, expect, it } from 'vitest'
import { DEFAULT_MODEL_ID, findModel, MODELS, modelIdSchema, offeredModels, offeredQualities } from '#domain/models.ts'

describe('models', () => {
  it('has the default and its snapshot, each id once', () => {
    expect(DEFAULT_MODEL_ID).toBe('gpt-image-2')
    expect(MODELS.map((model) => model.id)).toEqual(modelIdSchema.options)
    expect(findModel('gpt-image-2-2026-04-21').qualities).toEqual(findModel('gpt-image-2').qualities)
  })

  it('refuses an unknown model', () => {
    expect(() => findModel('dall-e-3')).toThrow(expect.objectContaining({ code: 'model_unknown' }))
  })

  it('offers transparency and the two top qualities only where the model has them', () => {
    expect(findModel('gpt-image-2').backgrounds).not.toContain('transparent')
    expect(offeredQualities(findModel('gpt-image-2'))).toEqual(['low', 'medium', 'high'])
    expect(findModel('gpt-image-2.5-flare').backgrounds).toContain('transparent')
    expect(offeredQualities(findModel('gpt-image-2.5-flare'))).toEqual(['low', 'medium', 'high', 'xhigh', 'max'])
  })

  it('offers a model until the day before its shutdown', () => {
    const rows = MODELS.map((model, index) => (index === 0 ? { ...model, shutdownDate: '2026-12-01' } : model))
    expect(offeredModels('2026-11-30', rows)).toHaveLength(rows.length)
    expect(offeredModels('2026-12-01', rows)).toEqual(rows.slice(1))
    expect(offeredModels('2027-01-01')).toEqual(MODELS)
  })
})
