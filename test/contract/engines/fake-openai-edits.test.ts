import sharp from 'sharp'
import { afterEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type FakeOpenAI, startFakeOpenAI } from '#support/fake-openai/start-fake-openai.ts'
import { flatPng } from '#support/sample-images.ts'

const SIZE = { width: 1024, height: 640 }
const answerSchema = z.object({
  data: z.array(z.object({ b64_json: z.string() })),
  usage: z.object({ input_tokens_details: z.object({ image_tokens: z.number() }) }),
})
const refusalSchema = z.object({ error: z.object({ message: z.string(), code: z.string().nullable() }) })

/** A PNG whose left half is clear. */
const halfMask = ({ width, height } = SIZE) =>
  sharp({ create: { width: width / 2, height, channels: 4, background: '#ffffff' } })
    .extend({ left: width / 2, background: { r: 0, g: 0, b: 0, alpha: 0 } })
    .png()
    .toBuffer()

describe('edits at the fake OpenAI', () => {
  let fake: FakeOpenAI
  afterEach(() => fake.close())

  async function edit(masks: Uint8Array[], fields: Record<string, string> = {}): Promise<Response> {
    const form = new FormData()
    const all = { model: 'gpt-image-2', prompt: 'A lamp', size: '1024x640', quality: 'low', n: '1', ...fields }
    for (const [name, value] of Object.entries(all)) form.append(name, value)
    const image = new Uint8Array(await flatPng('#646464', SIZE.width, SIZE.height))
    form.append('image[]', new File([image], 'a.png', { type: 'image/png' }))
    for (const mask of masks) form.append('mask', new File([new Uint8Array(mask)], 'm.png', { type: 'image/png' }))
    const authorization = `Bearer ${fake.apiKey}`
    return await fetch(`${fake.url}/images/edits`, { method: 'POST', headers: { authorization }, body: form })
  }
  async function pixels(response: Response) {
    const { data, usage } = answerSchema.parse(await response.json())
    const picture = sharp(Buffer.from(data[0]?.b64_json ?? '', 'base64'))
    const { hasAlpha } = await picture.metadata()
    const raw = await picture.toColourspace('srgb').raw().toBuffer()
    const channels = raw.length / SIZE.width / SIZE.height
    const at = (x: number, y: number) => [...raw.subarray((y * SIZE.width + x) * channels).subarray(0, channels)]
    return { at, hasAlpha, usage: usage.input_tokens_details.image_tokens }
  }

  it('draw the whole picture again in another tint, and something else where the mask is clear', async () => {
    fake = await startFakeOpenAI()
    const { at } = await pixels(await edit([await halfMask()]))
    const [kept, changed] = [at(900, 320), at(100, 320)]
    expect(at(600, 20)).toEqual(kept)
    expect(kept.map((value) => Math.abs(value - 100)).some((off) => off > 5 && off < 40)).toBe(true)
    expect(changed).not.toEqual(kept)
  })

  it('can ignore the mask', async () => {
    fake = await startFakeOpenAI()
    fake.next({ kind: 'ignores-mask' })
    const { at } = await pixels(await edit([await halfMask()]))
    expect(at(600, 20)).not.toEqual(at(900, 620))
  })

  it.each([
    { billsMasks: false, pictures: 1 },
    { billsMasks: true, pictures: 2 },
  ])('bill $pictures pictures when masks are billed: $billsMasks', async ({ billsMasks, pictures }) => {
    fake = await startFakeOpenAI({ billsMasks })
    const { usage } = await pixels(await edit([await halfMask()]))
    expect(usage).toBe(pictures * 32 * 20)
    expect(fake.bill().tokens.image).toBe(usage)
  })

  it('refuse masks that are no PNG with alpha of the size of the picture, below 4 MB, and more than one', async () => {
    fake = await startFakeOpenAI()
    const large = sharp({ create: { width: 1200, height: 1000, channels: 4, background: '#00000000' } })
    const cases: [Uint8Array[], string][] = [
      [[await flatPng('#ffffff', SIZE.width, SIZE.height)], 'missing alpha channel'],
      [[await halfMask({ width: 512, height: 320 })], 'does not match image size'],
      [[await large.png({ compressionLevel: 0 }).toBuffer()], 'less than 4MB'],
      [[await halfMask(), await halfMask()], 'Duplicate parameter'],
      [
        [
          await sharp(await halfMask())
            .webp()
            .toBuffer(),
        ],
        'mask is not a PNG',
      ],
    ]
    for (const [masks, says] of cases) {
      const response = await edit(masks)
      expect(response.status).toBe(400)
      expect(refusalSchema.parse(await response.json()).error.message).toContain(says)
    }
    expect(fake.bill().calls).toBe(0)
  })

  it('draw a subject alone: on the colour the prompt names, on nothing where the model can, or spoiled', async () => {
    fake = await startFakeOpenAI()
    const keyed = await pixels(await edit([], { prompt: 'A vase\nBackdrop: one flat even colour, #00ff00, from edge' }))
    expect([keyed.at(3, 3), keyed.at(512, 320)[1]]).toEqual([[0, 255, 0], 40])
    const clear = { prompt: 'A vase\nBackdrop: none, fully transparent', background: 'transparent' }
    expect((await edit([], clear)).status).toBe(400)
    const able = { ...clear, model: 'gpt-image-2.5-flare' }
    const made = await pixels(await edit([], able))
    expect([made.at(3, 3)[3], made.at(512, 320)[3]]).toEqual([0, 255])
    fake.next({ kind: 'checkerboard' }, { kind: 'opaque' })
    const painted = await pixels(await edit([], able))
    expect([painted.hasAlpha, painted.at(3, 3), painted.at(19, 3)]).toEqual([false, [204, 204, 204], [255, 255, 255]])
    expect((await pixels(await edit([], able))).hasAlpha).toBe(false)
  })
})
