import { describe, expect, it } from 'vitest'
import { isLegalSize } from '#domain/legal-sizes.ts'
import { findModel, type Quality } from '#domain/models.ts'
import { charge, estimate, inputImageTokens, outputTokens } from '#domain/pricing.ts'

const two = findModel('gpt-image-2')
const flare = findModel('gpt-image-2.5-flare')
const parse = (size: string) => {
  const [width = 0, height = 0] = size.split('x').map(Number)
  return { width, height }
}

describe('outputTokens', () => {
  it.each<[typeof two, Quality, string, number]>([
    [two, 'high', '1024x1024', 7024],
    [two, 'high', '1536x1024', 5488],
    [two, 'high', '1024x1536', 5488],
    [two, 'high', '1792x1024', 5063],
    [two, 'high', '3584x2048', 12329],
    [two, 'high', '1024x640', 3824],
    [two, 'high', '3072x1024', 3952],
    [two, 'high', '2560x1440', 7370],
    [two, 'high', '3840x1280', 5311],
    [two, 'high', '2048x2048', 14272],
    [two, 'high', '3840x2160', 13342],
    [two, 'low', '1024x1024', 196],
    [two, 'medium', '1024x1024', 1756],
    [two, 'medium', '1024x1536', 1372],
    [two, 'low', '1536x768', 102],
    [two, 'low', '1536x1024', 158],
    [flare, 'low', '1024x1024', 196],
    [flare, 'medium', '1024x1024', 439],
    [flare, 'high', '1024x1024', 1756],
    [flare, 'xhigh', '1024x1024', 3122],
    [flare, 'max', '1024x1024', 7024],
  ])('check point: $id %s %s', (model, quality, size, tokens) => {
    expect(outputTokens(model, quality, parse(size))).toBe(tokens)
  })

  it.each([
    ['1024x1024', 196, 1756, 7024, 439, 3122],
    ['1536x1024', 158, 1372, 5488, 343, 2459],
    ['1024x1536', 158, 1372, 5488, 343, 2459],
    ['1024x640', 107, 956, 3824, 239, 1700],
    ['1280x720', 106, 947, 3787, 246, 1683],
    ['1440x1024', 153, 1418, 5671, 355, 2558],
    ['1536x864', 120, 1078, 4312, 280, 1917],
    ['1792x1024', 139, 1243, 5063, 323, 2271],
    ['2048x1152', 157, 1413, 5650, 367, 2511],
    ['2048x2048', 397, 3568, 14272, 892, 6343],
    ['2560x1440', 205, 1843, 7370, 478, 3276],
    ['3840x1280', 139, 1328, 5311, 332, 2324],
    ['3840x2160', 371, 3336, 13342, 865, 5930],
    ['2880x2880', 659, 5930, 23719, 1483, 10542],
  ])('%s at every quality', (size, low, medium, high, flareMedium, xhigh) => {
    const on = (model: typeof two, quality: Quality) => outputTokens(model, quality, parse(size))
    expect([on(two, 'low'), on(two, 'medium'), on(two, 'high')]).toEqual([low, medium, high])
    expect([on(flare, 'low'), on(flare, 'high'), on(flare, 'max')]).toEqual([low, medium, high])
    expect([on(flare, 'medium'), on(flare, 'xhigh')]).toEqual([flareMedium, xhigh])
  })

  it.each([
    [two, 'low', 54, 659],
    [two, 'medium', 514, 5930],
    [two, 'high', 2061, 23719],
    [flare, 'medium', 128, 1483],
    [flare, 'xhigh', 905, 10542],
  ] as const)('ranges over all legal sizes: $id %s', (model, quality, least, most) => {
    const all: number[] = []
    for (let width = 16; width <= 3840; width += 16)
      for (let height = 16; height <= 3840; height += 16)
        if (isLegalSize({ width, height }, model.sizes)) all.push(outputTokens(model, quality, { width, height }))
    expect(all.reduce((a, b) => Math.min(a, b))).toBe(least)
    expect(all.reduce((a, b) => Math.max(a, b))).toBe(most)
  })

  it.each<[Quality, string, number]>([
    ['low', '1024x1024', 0.006],
    ['medium', '1024x1024', 0.053],
    ['high', '1024x1024', 0.211],
    ['low', '1024x1536', 0.005],
    ['medium', '1024x1536', 0.041],
    ['high', '1024x1536', 0.165],
    ['low', '1536x1024', 0.005],
    ['medium', '1536x1024', 0.041],
    ['high', '1536x1024', 0.165],
  ])('published price: %s %s', (quality, size, dollars) => {
    const micro = charge(two, {
      inputTextTokens: 0,
      inputImageTokens: 0,
      outputTokens: outputTokens(two, quality, parse(size)),
    })
    expect(Math.abs(micro / 1e6 - dollars)).toBeLessThanOrEqual(0.0005)
  })

  it('reserves four times 2.5 for the low and medium of 2.6, and says it is a bound', () => {
    const newest = findModel('gpt-image-2.6-flare')
    const size = parse('1024x1024')
    expect(outputTokens(newest, 'low', size)).toBe(4 * 196)
    expect(outputTokens(newest, 'medium', size)).toBe(4 * 439)
    expect(outputTokens(newest, 'high', size)).toBe(1756)
    expect(newest.exactPrice).toBe(false)
  })

  it('refuses a quality the model does not have', () => {
    expect(() => outputTokens(two, 'max', parse('1024x1024'))).toThrow(
      expect.objectContaining({ code: 'option_unsupported' }),
    )
  })
})

describe('inputImageTokens', () => {
  it.each([
    ['256x256', 256],
    ['512x512', 1024],
    ['300x100', 133],
    ['800x600', 768],
    ['1024x1024', 1024],
    ['1024x1536', 1536],
    ['1440x900', 1305],
    ['1920x1080', 1508],
    ['2048x2048', 1521],
    ['3840x2160', 1508],
  ])('%s', (size, tokens) => {
    expect(inputImageTokens(parse(size))).toBe(tokens)
  })

  it.each(['1x1', '1x5000', '5000x1', '4096x4096', '30000x10000'])('stays between 1 and the budget: %s', (size) => {
    expect(inputImageTokens(parse(size))).toBeGreaterThanOrEqual(1)
    expect(inputImageTokens(parse(size))).toBeLessThanOrEqual(1536)
  })
})

describe('estimate and charge', () => {
  const request = {
    model: two,
    quality: 'medium' as const,
    size: parse('1536x1024'),
    count: 3,
    references: [parse('1024x1024'), parse('256x256')],
    prompt: 'A lamp',
    partialImages: 2,
  }

  it('bills images and partial images each, references and text once', () => {
    const price = estimate(request)
    expect(price).toMatchObject({ outputTokens: 3 * 1372, partialTokens: 600, inputImageTokens: 1280, exact: true })
    expect(price.total).toBe((3 * 1372 + 600) * 30 + 1280 * 8 + price.textTokens * 5)
    expect(estimate({ ...request, count: 1 }).inputImageTokens).toBe(1280)
  })

  it('charges what the usage says', () => {
    expect(charge(two, { inputTextTokens: 19, inputImageTokens: 1024, outputTokens: 196 })).toBe(95 + 8192 + 5880)
  })

  it('rounds part of a micro-dollar up, once', () => {
    const half = { ...two, prices: { textIn: 2.5, imageIn: 4, imageOut: 15 } }
    expect(charge(half, { inputTextTokens: 1, inputImageTokens: 0, outputTokens: 0 })).toBe(3)
    expect(charge(half, { inputTextTokens: 3, inputImageTokens: 1, outputTokens: 1 })).toBe(27)
  })

  it('says "at most" for models whose tokens are a bound', () => {
    expect(estimate({ ...request, model: findModel('gpt-image-2.6-flare') }).exact).toBe(false)
  })
})
