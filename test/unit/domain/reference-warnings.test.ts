import { describe, expect, it } from 'vitest'
import type { ImageMeasures } from '#domain/image-measures.ts'
import { referenceWarnings } from '#domain/reference-warnings.ts'

const fine: ImageMeasures = {
  width: 512,
  height: 100,
  hasAlpha: false,
  upscaled: false,
  mostlyText: false,
  keys: [{ colour: '#00ff00', distance: 60 }],
}

describe('referenceWarnings', () => {
  it('says nothing of a good one', () => {
    expect(referenceWarnings({ name: 'lamp.png' }, fine)).toEqual([])
  })

  it.each([
    [{ width: 511, height: 511 }, /^“lamp.png” is only 511 × 511 pixels.*at least 512/],
    [{ upscaled: true }, /^“lamp.png” was enlarged/],
    [{ mostlyText: true }, /^“lamp.png” is mostly text/],
  ])('warns of %j', (change, sentence) => {
    const said = referenceWarnings({ name: 'lamp.png' }, { ...fine, ...change })
    expect(said).toEqual([expect.stringMatching(sentence)])
  })

  it('says all there is to say, also of one without a name', () => {
    const said = referenceWarnings({ name: '' }, { ...fine, width: 100, upscaled: true, mostlyText: true })
    expect(said).toHaveLength(3)
    for (const sentence of said) expect(sentence).toMatch(/^This reference /)
  })
})
