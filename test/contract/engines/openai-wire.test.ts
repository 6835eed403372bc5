import { Buffer } from 'node:buffer'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { createOpenAIEngine } from '#proxy/engines/openai/openai-engine.ts'
import { startFakeOpenAI } from '#support/fake-openai/start-fake-openai.ts'
import { engineCall, REFERENCE_SIZE } from './engine-call.ts'
import { openAIBench } from './openai-bench.ts'

const transparentMask = ({ width, height }: { width: number; height: number }) =>
  sharp({ create: { width, height, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
    .png()
    .toBuffer()

describe('what is sent to OpenAI', () => {
  const bench = openAIBench()
  const lastCall = () => {
    const sent = bench.fake.calls.at(-1)?.sent
    if (!sent) throw new Error('The fake got no call it could read.')
    return sent
  }

  it('says every setting outright when there are no references', async () => {
    const call = await engineCall()
    await bench.engine.run(call)
    expect(lastCall().endpoint).toBe('generations')
    expect(lastCall().fields).toEqual({
      model: 'gpt-image-2',
      prompt: call.request.prompt,
      n: 1,
      size: '1024x640',
      quality: 'low',
      background: 'auto',
      output_format: 'png',
      moderation: 'auto',
      safety_identifier: call.safetyId,
      stream: false,
    })
  })

  it('names and types every reference, in order, in the form of an edit', async () => {
    const call = await engineCall({ references: 3, request: { partialImages: 2, count: 2 } })
    await bench.engine.run(call)
    const { endpoint, fields, files } = lastCall()
    expect(endpoint).toBe('edits')
    expect(fields).toEqual({
      model: 'gpt-image-2',
      prompt: call.request.prompt,
      n: 2,
      size: '1024x640',
      quality: 'low',
      background: 'auto',
      output_format: 'png',
      safety_identifier: call.safetyId,
      stream: true,
      partial_images: 2,
    })
    expect(files.map(({ field, name, type }) => [field, name, type])).toEqual([
      ['image[]', 'reference-1.png', 'image/png'],
      ['image[]', 'reference-2.jpeg', 'image/jpeg'],
      ['image[]', 'reference-3.webp', 'image/webp'],
    ])
    for (const [i, { imageId }] of call.request.references.entries()) {
      expect(Buffer.from(files[i]?.bytes ?? []).equals(await call.readImage(imageId))).toBe(true)
    }
  })

  it('carries no alpha in references, and never changes their size', async () => {
    const call = await engineCall({ references: 3 })
    const hidden = await transparentMask(REFERENCE_SIZE)
    await bench.engine.run({ ...call, readImage: async () => hidden })
    expect(lastCall().files).toHaveLength(3)
    for (const { bytes } of lastCall().files) {
      expect(await sharp(bytes).metadata()).toMatchObject({ ...REFERENCE_SIZE, format: 'png', hasAlpha: false })
      expect((await sharp(bytes).stats()).channels.map(({ min }) => min)).toEqual([255, 255, 255])
    }
  })

  it('carries the mask as a PNG beside the first reference', async () => {
    const mask = await transparentMask(REFERENCE_SIZE)
    await bench.engine.run(await engineCall({ references: 2, mask }))
    const sent = lastCall().files.find(({ field }) => field === 'mask')
    expect([sent?.name, sent?.type]).toEqual(['mask.png', 'image/png'])
    expect(Buffer.from(sent?.bytes ?? []).equals(mask)).toBe(true)
  })

  it('keeps prompts in every script whole', async () => {
    const prompt = 'Ein „Zitat“ – 日本語, emoji 🪔, "quotes" & <tags>\nand a second line'
    for (const references of [0, 1]) {
      await bench.engine.run(await engineCall({ references, request: { prompt } }))
      // A form writes line ends as CR LF, whatever they were.
      expect(String(lastCall().fields['prompt']).replaceAll('\r\n', '\n')).toBe(prompt)
    }
  })

  it('is billed as the answer says', async () => {
    const before = bench.fake.bill()
    const { usage, requestId } = await bench.engine.run(await engineCall({ references: 2, request: { count: 2 } }))
    const after = bench.fake.bill()
    expect(usage).toEqual({
      inputTextTokens: after.tokens.text - before.tokens.text,
      inputImageTokens: after.tokens.image - before.tokens.image,
      outputTokens: after.tokens.output - before.tokens.output,
    })
    expect(requestId).toMatch(/^req_fake_\d+$/)
  })

  it.each(['fine', 'running-usage'] as const)('is read alike when usage is counted %s', async (kind) => {
    bench.fake.next({ kind })
    const before = bench.fake.bill().tokens
    const { usage } = await bench.engine.run(await engineCall({ request: { count: 3, partialImages: 1 } }))
    const after = bench.fake.bill().tokens
    expect(usage?.outputTokens).toBe(after.output - before.output)
    expect(usage?.inputTextTokens).toBeGreaterThan(0)
  })

  it('counts the partial pictures that came, not those that were asked for', async () => {
    bench.fake.next({ kind: 'fewer-partials' })
    const call = await engineCall({ request: { partialImages: 3 } })
    const before = bench.fake.bill().tokens.output
    const { usage } = await bench.engine.run(call)
    expect(call.partials).toHaveLength(1)
    expect(usage?.outputTokens).toBe(bench.fake.bill().tokens.output - before)
  })

  it('loses no picture when an unfinished one cannot be kept', async () => {
    const call = await engineCall({ request: { partialImages: 1 } })
    const onPartial = () => Promise.reject(new Error('disk full'))
    expect((await bench.engine.run({ ...call, onPartial })).images).toHaveLength(1)
  })

  it('waits for a slow answer', async () => {
    const fake = await startFakeOpenAI({ latencyMs: 30 })
    const engine = createOpenAIEngine({ apiKey: fake.apiKey, baseUrl: fake.url })
    fake.next({ kind: 'slow', ms: 100 })
    expect((await engine.run(await engineCall({ request: { partialImages: 1 } }))).images).toHaveLength(1)
    await fake.close()
  })
})
