import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { drawPicture } from '#support/fake-openai/draw-picture.ts'
import { VALIDATORS } from '#support/fake-openai/published-schema.ts'
import { type FakeOpenAI, startFakeOpenAI } from '#support/fake-openai/start-fake-openai.ts'

const PLAIN = { model: 'gpt-image-2', prompt: 'A lamp', size: '1024x640', quality: 'low', n: 1 }
const refusalSchema = z.object({
  error: z.object({ message: z.string(), code: z.string().nullable(), param: z.string().nullable() }),
})

describe('the fake OpenAI', () => {
  let fake: FakeOpenAI
  beforeAll(async () => {
    fake = await startFakeOpenAI()
  })
  afterAll(() => fake.close())

  const authorization = () => ({ authorization: `Bearer ${fake.apiKey}` })
  const generate = (fields: object) =>
    fetch(`${fake.url}/images/generations`, {
      method: 'POST',
      headers: { ...authorization(), 'content-type': 'application/json' },
      body: JSON.stringify({ ...PLAIN, ...fields }),
    })
  const edit = (files: [string, File][], fields: Record<string, string> = {}) => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ ...PLAIN, ...fields })) form.append(name, String(value))
    for (const [name, file] of files) form.append(name, file)
    return fetch(`${fake.url}/images/edits`, { method: 'POST', headers: authorization(), body: form })
  }
  const file = (bytes: Uint8Array, type = 'image/png', name = 'a.png') =>
    new File([new Uint8Array(bytes)], name, { type })

  it.each([
    { fields: { size: '1792x936' }, says: 'Width and height must both be divisible by 16.' },
    { fields: { size: '4096x4096' }, says: 'The longest edge must be less than or equal to 3840.' },
    { fields: { size: '576x1024' }, says: 'Requested resolution is below the current minimum pixel budget.' },
    { fields: { size: '3840x2176' }, says: 'Requested resolution exceeds the current pixel budget.' },
    { fields: { size: 'huge' }, says: "Invalid size 'huge'" },
    { fields: { background: 'transparent' }, says: 'Transparent background is not supported for this model.' },
    { fields: { response_format: 'b64_json' }, says: "Unknown parameter: 'response_format'." },
    { fields: { n: 11 }, says: "Invalid value for 'n'" },
    { fields: { n: '2' }, says: "Invalid value for 'n'" },
    { fields: { partial_images: 4 }, says: "Invalid value for 'partial_images'" },
    { fields: { quality: 'max' }, says: "Quality 'max' is not supported" },
    { fields: { prompt: 'a'.repeat(32_001) }, says: "Invalid 'prompt'" },
  ])('refuses $fields', async ({ fields, says }) => {
    const response = await generate(fields)
    expect(response.status).toBe(400)
    expect(refusalSchema.parse(await response.json()).error.message).toContain(says)
  })

  it('knows no model it does not offer, and lists those it does', async () => {
    expect((await generate({ model: 'dall-e-3' })).status).toBe(404)
    const list = await (await fetch(`${fake.url}/models`, { headers: authorization() })).json()
    expect(list).toMatchObject({ data: expect.arrayContaining([expect.objectContaining({ id: 'gpt-image-2' })]) })
  })

  it('refuses a wrong key', async () => {
    const response = await fetch(`${fake.url}/models`, { headers: { authorization: 'Bearer sk-other' } })
    expect(response.ok).toBe(false)
  })

  it('refuses pictures it could not read', async () => {
    const size = { width: 64, height: 48 }
    const good = file(await drawPicture('a', size, 'png'))
    const cmyk = await sharp(await drawPicture('b', size, 'png'))
      .toColourspace('cmyk')
      .jpeg()
      .toBuffer()
    const small = file(await drawPicture('c', { width: 32, height: 48 }, 'png', true))
    const cases: { files: [string, File][]; fields?: Record<string, string>; says: string }[] = [
      { files: [], says: "Missing required parameter: 'image'." },
      { files: [['image[]', file(new Uint8Array([1, 2, 3]))]], says: 'Invalid image file or mode for image 1' },
      {
        files: [
          ['image[]', good],
          ['image[]', file(cmyk, 'image/jpeg')],
        ],
        says: 'Invalid image file or mode for image 2',
      },
      { files: [['image[]', file(cmyk, 'application/octet-stream')]], says: 'unsupported mimetype' },
      { files: Array.from({ length: 17 }, () => ['image[]', good]), says: 'array too long' },
      {
        files: [
          ['image[]', good],
          ['mask', small],
        ],
        says: 'mask size does not match image size',
      },
      {
        files: [
          ['image[]', good],
          ['mask', good],
        ],
        says: 'mask image missing alpha channel',
      },
      { files: [['image[]', good]], fields: { input_fidelity: 'high' }, says: "does not support the 'input_fidelity'" },
      { files: [['image[]', good]], fields: { moderation: 'auto' }, says: "Unknown parameter: 'moderation'" },
    ]
    for (const { files, fields, says } of cases) {
      const response = await edit(files, fields)
      expect(response.status).toBe(400)
      expect(refusalSchema.parse(await response.json()).error.message).toContain(says)
    }
  })

  it('answers as the published schema says', async () => {
    expect(VALIDATORS.answer(await (await generate({})).json())).toBe(true)
    const events = (await (await generate({ stream: true, partial_images: 1 })).text())
      .split('\n')
      .filter((line) => line.startsWith('data: '))
      .map((line): unknown => JSON.parse(line.slice(6)))
    expect(events).toHaveLength(2)
    for (const event of events) expect(VALIDATORS.generationEvent(event)).toBe(true)
  })

  it('bills what it made, and only that', async () => {
    const before = fake.bill()
    await generate({ size: '1x1' })
    fake.next({ kind: 'error', status: 429 })
    await generate({})
    expect(fake.bill()).toEqual(before)
    await generate({ size: '1024x1024', quality: 'high', n: 2 })
    const { calls, images, tokens } = fake.bill()
    expect([calls - before.calls, images - before.images]).toEqual([1, 2])
    expect(tokens.output - before.tokens.output).toBe(2 * 7024)
  })
})
