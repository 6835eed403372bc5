import { describe, expect, it } from 'vitest'
import { cropLoss, type Extent, isLegalSize } from '#domain/legal-sizes.ts'
import { findModel } from '#domain/models.ts'
import { outputTokens } from '#domain/pricing.ts'
import { offeredScales, type Plan, planSchema, planSize, type RenderTarget } from '#domain/size.ts'
import { type Stage, stageRow, stageSchema } from '#domain/stage.ts'

const model = findModel('gpt-image-2')
const once: RenderTarget = { kind: 'scale', scale: 1 }
const plan = (width: number, height: number, stage: Stage = 'final', target: RenderTarget = once) =>
  planSize({ frame: { width, height }, target, model, stage })

/** A small seeded generator, so that a failing frame is found again. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

function randomFrame(random: () => number): Extent {
  const area = Math.exp(Math.log(50 ** 2) + random() * Math.log((8000 / 50) ** 2))
  const ratio = Math.exp((random() * 2 - 1) * Math.log(6))
  const width = Math.max(1, Math.sqrt(area * ratio))
  const height = Math.max(1, Math.sqrt(area / ratio))
  return random() < 0.7 ? { width: Math.round(width), height: Math.round(height) } : { width, height }
}

const legalSizes: Extent[] = []
for (let width = 16; width <= 3840; width += 16)
  for (let height = 16; height <= 3840; height += 16)
    if (width * height >= 655_360 && width * height <= 8_294_400 && width <= 3 * height && height <= 3 * width)
      legalSizes.push({ width, height })

/** The same by width, so that a width none of whose sizes is large enough is passed over at once. */
const columns = [...new Set(legalSizes.map(({ width }) => width))].map((width) => {
  const sizes = legalSizes.filter((size) => size.width === width)
  return { width, height: Math.max(...sizes.map(({ height }) => height)), sizes }
})

/** The rules of the size plan, applied to every legal size there is. */
function bruteForce(frame: Extent, wanted: Extent, stage: Stage): Extent {
  const clamped = { width: Math.min(frame.width, 3 * frame.height), height: Math.min(frame.height, 3 * frame.width) }
  const { quality, maxUpscale } = stageRow(stage)
  const near = legalSizes
    .filter((size) => cropLoss(size, clamped) <= 0.02)
    .map((size) => ({
      ...size,
      loss: cropLoss(size, clamped),
      upscale: Math.max(wanted.width / size.width, wanted.height / size.height),
      tokens: outputTokens(model, quality, size),
    }))
  const sharp = near.filter((size) => size.upscale <= maxUpscale + 1e-9)
  if (sharp.length === 0)
    return near.toSorted((a, b) => a.upscale - b.upscale || a.tokens - b.tokens || a.loss - b.loss)[0] ?? frame
  const least = Math.min(...sharp.map((size) => size.tokens))
  const equal = sharp.filter((size) => size.tokens <= least * 1.01)
  return (
    equal.toSorted((a, b) => a.loss - b.loss || b.width * b.height - a.width * a.height || a.tokens - b.tokens)[0] ??
    frame
  )
}

describe('planSize', () => {
  it.each<[number, number, Stage, string]>([
    [1024, 1024, 'final', '1024x1024'],
    [3840, 2160, 'final', '3840x2160'],
    [1440, 900, 'draft', '1152x720'],
    [970, 90, 'final', '1440x480'],
    [90, 970, 'final', '480x1440'],
  ])('%i x %i at %s asks for %s', (width, height, stage, size) => {
    const { size: found } = plan(width, height, stage)
    expect(`${found.width}x${found.height}`).toBe(size)
  })

  it('takes 100,000 random frames to a legal size, its numbers true', () => {
    const random = seeded(20_261_121)
    const broken: unknown[] = []
    for (let index = 0; index < 100_000; index++) {
      const frame = randomFrame(random)
      const stage = stageSchema.options[index % 3] ?? 'final'
      const found = plan(frame.width, frame.height, stage)
      if (!holds(found, frame, stage)) broken.push({ frame, stage, found })
    }
    expect(broken).toEqual([])
  }, 120_000)

  it.each(stageSchema.options)(
    'finds at %s what looking at every legal size finds',
    (stage) => {
      const random = seeded(7)
      for (let index = 0; index < 70; index++) {
        const frame = randomFrame(random)
        const { size } = plan(frame.width, frame.height, stage)
        expect({ frame, ...size }).toEqual({ frame, ...pick(bruteForce(frame, frame, stage)) })
      }
    },
    60_000,
  )

  it('describes a crop that has the ratio of the frame', () => {
    const { size, crop, cropLoss: loss } = plan(1440, 900, 'review')
    expect((crop.width * size.width) / (crop.height * size.height)).toBeCloseTo(1.6, 10)
    expect(crop.width * crop.height).toBeCloseTo(1 - loss, 10)
    expect(crop.x).toBeCloseTo((1 - crop.width) / 2, 10)
    expect(crop.y).toBeCloseTo((1 - crop.height) / 2, 10)
  })

  it('names the band that stays visible of a frame beyond 3:1', () => {
    const wide = plan(2000, 250)
    expect(wide.band).toEqual({ axis: 'horizontal', from: wide.crop.y, to: wide.crop.y + wide.crop.height })
    expect(wide.crop.height).toBeCloseTo(3 / 8, 2)
    expect(wide.upscale).toBeLessThanOrEqual(1)
    expect(wide.withinLimits).toBe(false)
    expect(plan(250, 2000).band).toMatchObject({ axis: 'vertical' })
    expect(plan(300, 100).band).toBeNull()
  })

  it('gives the largest size and says how far it is enlarged when the frame is too large', () => {
    const huge = plan(9000, 9000)
    expect(huge).toMatchObject({ size: { width: 2880, height: 2880 }, upscale: 3.125, withinLimits: false })
  })

  it.each([
    ['1K', 1.05],
    ['2K', 4.2],
    ['4K', 8.3],
  ] as const)('takes %s for about %f megapixels at the ratio of the frame', (tier, megapixels) => {
    for (const [width, height] of [
      [300, 300],
      [1440, 900],
      [1920, 1080],
      [390, 520],
    ] as const) {
      const found = plan(width, height, 'final', { kind: 'tier', tier })
      const area = found.targetSize.width * found.targetSize.height
      expect(Math.abs(area / 1e6 / megapixels - 1)).toBeLessThan(0.02)
      expect(found.targetSize.width / found.targetSize.height).toBeCloseTo(width / height, 8)
      expect(found.withinLimits).toBe(true)
    }
  })

  it('survives a schema and JSON', () => {
    const found = plan(1500, 400)
    expect(planSchema.parse(JSON.parse(JSON.stringify(found)))).toEqual(found)
  })

  it('plans in a few milliseconds at the very most', () => {
    const random = seeded(3)
    const times = Array.from({ length: 301 }, () => {
      const frame = randomFrame(random)
      const started = performance.now()
      plan(frame.width, frame.height)
      return performance.now() - started
    })
    expect(times.toSorted((a, b) => a - b)[150]).toBeLessThan(5)
  })

  it.each([0, -5, Number.NaN, Number.POSITIVE_INFINITY, 0.5, 100_001, 1e9])('refuses an edge of %d', (edge) => {
    expect(() => plan(edge, 100)).toThrow(expect.objectContaining({ code: 'frame_invalid' }))
    expect(() => plan(100, edge)).toThrow(expect.objectContaining({ code: 'frame_invalid' }))
  })

  it.each([
    [1, 1],
    [100_000, 1],
    [1, 100_000],
    [100_000, 100_000],
  ])('plans the extreme %d x %d', (width, height) => {
    const found = plan(width, height)
    expect(isLegalSize(found.size, model.sizes)).toBe(true)
    expect(planSchema.safeParse(found).success).toBe(true)
  })
})

function pick({ width, height }: Extent): Extent {
  return { width, height }
}

function reaches(size: Extent, frame: Extent, maxUpscale: number): boolean {
  return frame.width <= size.width * maxUpscale && frame.height <= size.height * maxUpscale
}

/** Whether any legal size fills the frame within the limits. */
function someFits(frame: Extent, maxUpscale: number): boolean {
  return columns.some(
    (column) =>
      reaches(column, frame, maxUpscale) &&
      column.sizes.some((size) => reaches(size, frame, maxUpscale) && cropLoss(size, frame) <= 0.02),
  )
}

function holds(found: Plan, frame: Extent, stage: Stage): boolean {
  const { size, upscale, withinLimits, band } = found
  const beyond = Math.max(frame.width / frame.height, frame.height / frame.width) > 3
  const { maxUpscale } = stageRow(stage)
  const loss = cropLoss(size, frame)
  const trueUpscale = Math.max(frame.width / size.width, frame.height / size.height)
  return (
    isLegalSize(size, model.sizes) &&
    loss === found.cropLoss &&
    trueUpscale === upscale &&
    (band !== null) === beyond &&
    (beyond || loss <= 0.02 + 1e-9) &&
    withinLimits === (loss <= 0.02 + 1e-9 && upscale <= maxUpscale + 1e-9) &&
    (upscale <= maxUpscale + 1e-9 || !someFits(frame, maxUpscale))
  )
}

describe('offeredScales', () => {
  it.each<[number, number, Stage, number[]]>([
    [1440, 900, 'final', [1, 2]],
    [600, 400, 'final', [1, 2, 3]],
    [3840, 2160, 'final', [1]],
    [9000, 9000, 'final', [1]],
    [1500, 1500, 'final', [1]],
    [1500, 1500, 'draft', [1, 2]],
    [1200, 200, 'final', [1, 2, 3]],
  ])('%i x %i at %s: %j', (width, height, stage, scales) => {
    expect(offeredScales({ width, height }, model, stage)).toEqual(scales)
  })
})
