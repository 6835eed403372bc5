import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FailureCode } from '#domain/failure.ts'
import { findModel } from '#domain/models.ts'
import { estimate } from '#domain/pricing.ts'
import type { Request } from '#domain/request.ts'
import type { Engine } from '#proxy/engines/engine.ts'
import { engineCall } from './engine-call.ts'
import { failureOf } from './failure-of.ts'

export interface OpenEngine {
  engine: Engine
  close(): Promise<void>
}

const SHAPES: Pick<Request, 'size' | 'format' | 'quality'>[] = [
  { size: { width: 1024, height: 640 }, format: 'png', quality: 'low' },
  { size: { width: 640, height: 1024 }, format: 'jpeg', quality: 'medium' },
  { size: { width: 1536, height: 512 }, format: 'webp', quality: 'low' },
  { size: { width: 480, height: 1376 }, format: 'png', quality: 'high' },
  { size: { width: 1920, height: 1088 }, format: 'jpeg', quality: 'low' },
]

const REFUSED: { what: string; request: Partial<Request>; references?: number; code: FailureCode }[] = [
  { what: 'an edge off the grid', request: { size: { width: 1025, height: 640 } }, code: 'upstream_size_refused' },
  { what: 'too few pixels', request: { size: { width: 1024, height: 576 } }, code: 'upstream_size_refused' },
  { what: 'too many pixels', request: { size: { width: 3840, height: 2176 } }, code: 'upstream_size_refused' },
  { what: 'too long an edge', request: { size: { width: 3856, height: 1296 } }, code: 'upstream_size_refused' },
  { what: 'too long a shape', request: { size: { width: 1952, height: 640 } }, code: 'upstream_size_refused' },
  { what: '17 references', request: {}, references: 17, code: 'too_many_references' },
  { what: 'a quality the model lacks', request: { quality: 'xhigh' }, code: 'option_unsupported' },
  {
    what: 'a transparent picture of a model without',
    request: { background: 'transparent' },
    code: 'option_unsupported',
  },
  {
    what: 'a transparent JPEG',
    request: { model: 'gpt-image-2.5-flare', background: 'transparent', format: 'jpeg' },
    code: 'option_unsupported',
  },
  { what: 'an empty prompt', request: { prompt: '' }, code: 'idea_missing' },
  { what: 'a prompt of 32,001 characters', request: { prompt: 'a'.repeat(32_001) }, code: 'prompt_too_long' },
]

const formatOf = async (bytes: Uint8Array) => {
  const { width, height, format } = await sharp(bytes).metadata()
  await sharp(bytes).stats()
  return { size: { width, height }, format }
}

const estimateOf = (request: Request) => estimate({ ...request, model: findModel(request.model), count: request.count })

/** What every engine must do. `openEngine` opens one that answers without waiting. */
export function describeEngine(name: string, openEngine: () => Promise<OpenEngine>): void {
  describe(`the ${name} engine, as every engine,`, () => {
    let open: OpenEngine
    beforeAll(async () => {
      open = await openEngine()
    })
    afterAll(() => open.close())
    const run = (call: Parameters<Engine['run']>[0]) => open.engine.run(call)

    it.each(SHAPES)('draws exactly $size.width × $size.height as $format at $quality', async (shape) => {
      const call = await engineCall({ request: shape })
      const answer = await run(call)
      expect(answer.images).toHaveLength(1)
      for (const image of answer.images) {
        expect(await formatOf(call.bytesOf(image))).toEqual({ size: shape.size, format: shape.format })
        expect(image).toMatchObject({ ...shape.size, format: shape.format })
      }
      const { width, height } = shape.size
      expect(answer.reported).toEqual({ size: `${width}x${height}`, quality: shape.quality, format: shape.format })
    })

    it.each([1, 2, 3])('draws %i different pictures at the price of as many', async (count) => {
      const call = await engineCall({ request: { count } })
      const { images, usage } = await run(call)
      expect(new Set(images.map(({ id }) => id)).size).toBe(count)
      expect(usage?.outputTokens).toBe(estimateOf(call.request).outputTokens)
    })

    it.each([0, 1, 16])('takes %i references and counts them', async (references) => {
      const call = await engineCall({ references })
      const { images, usage } = await run(call)
      expect(images).toHaveLength(1)
      expect(usage?.inputImageTokens).toBe(estimateOf(call.request).inputImageTokens)
      expect(usage?.inputTextTokens).toBeGreaterThan(0)
    })

    it.each([
      { count: 1, partialImages: 1, references: 0 },
      { count: 1, partialImages: 3, references: 0 },
      { count: 2, partialImages: 2, references: 0 },
      { count: 1, partialImages: 2, references: 1 },
    ])('shows up to $partialImages unfinished pictures of $count with $references references', async (asked) => {
      const { references, ...request } = asked
      const call = await engineCall({ request, references })
      const { images, usage } = await run(call)
      expect(images).toHaveLength(asked.count)
      expect(call.partials.length).toBeGreaterThan(0)
      expect(call.partials.length).toBeLessThanOrEqual(asked.partialImages * asked.count)
      expect(call.partials.map(({ index }) => index)).toEqual(call.partials.map((_, i) => i))
      for (const { bytes } of call.partials) expect((await formatOf(bytes)).format).toBe('png')
      const { outputTokens } = estimateOf(call.request)
      expect(usage?.outputTokens).toBe(outputTokens + 100 * call.partials.length)
    })

    it('leaves the background clear where the model can', async () => {
      const call = await engineCall({ request: { model: 'gpt-image-2.5-flare', background: 'transparent' } })
      const [image] = (await run(call)).images
      if (!image) throw new Error('There is no picture')
      const { channels, isOpaque } = await sharp(call.bytesOf(image)).stats()
      expect(channels).toHaveLength(4)
      expect(isOpaque).toBe(false)
    })

    it.each(REFUSED)('refuses $what as $code', async ({ request, references = 0, code }) => {
      const failure = await failureOf(run(await engineCall({ request, references })))
      expect(failure.code).toBe(code)
    })

    it('says which image is missing rather than drawing without it', async () => {
      const call = await engineCall({ references: 1 })
      const failure = await failureOf(run({ ...call, readImage: async () => new Uint8Array([1, 2, 3]) }))
      expect(failure.code).toBe('image_unreadable')
    })

    it('stops when told to', async () => {
      const failure = await failureOf(run(await engineCall({ signal: AbortSignal.abort() })))
      expect(failure.code).toBe('interrupted')
    })
  })
}
