import { describe, expect, it } from 'vitest'
import { checkResult } from '#proxy/pixels/check-result.ts'
import { inspectImage } from '#proxy/pixels/inspect-image.ts'
import { prepareUpload } from '#proxy/pixels/prepare-upload.ts'
import { hugePngHeader, noise, samplePng, sampleWebp, textNamedPng, truncated } from '#support/sample-images.ts'

const bad: [string, string, () => Promise<Uint8Array> | Uint8Array][] = [
  ['a text file named .png', 'image_unreadable', textNamedPng],
  ['an empty file', 'image_unreadable', () => new Uint8Array()],
  ['a truncated PNG', 'image_damaged', async () => truncated(await noise().png().toBuffer())],
  ['a truncated JPEG', 'image_damaged', async () => truncated(await noise().jpeg().toBuffer())],
  ['a JPEG cut just before its end', 'image_damaged', async () => truncated(await noise().jpeg().toBuffer(), 0.995)],
  ['a PNG cut just before its end', 'image_damaged', async () => truncated(await noise().png().toBuffer(), 0.99)],
  ['a truncated WEBP', 'image_damaged', async () => truncated(await noise().webp().toBuffer())],
  ['a truncated GIF', 'image_damaged', async () => truncated(await noise().gif().toBuffer())],
  ['nothing but a PNG signature', 'image_damaged', () => hugePngHeader().subarray(0, 8)],
  ['a 30,000 × 30,000 PNG header', 'image_too_large', hugePngHeader],
]

describe('bad pictures', () => {
  it.each(bad)('%s is %s', async (_, code, make) => {
    const bytes = await make()
    await expect(inspectImage(bytes)).rejects.toMatchObject({ code })
    await expect(prepareUpload(bytes)).rejects.toMatchObject({ code })
  })

  it('says how large a picture is that is too large', async () => {
    await expect(inspectImage(hugePngHeader())).rejects.toThrow(/30,?000 × 30,?000 pixels.*100 megapixels/)
  })
})

describe('checkResult', () => {
  it('finds nothing wrong with what was asked', async () => {
    const asked = { size: { width: 96, height: 64 }, format: 'png' } as const
    expect(await checkResult(await samplePng(), asked)).toEqual({
      width: 96,
      height: 64,
      format: 'png',
      mismatches: [],
    })
  })

  it('names another size and another format', async () => {
    const asked = { size: { width: 100, height: 64 }, format: 'png' } as const
    const { mismatches } = await checkResult(await sampleWebp(), asked)
    expect(mismatches).toEqual([
      'The picture is 96 × 64 pixels; 100 × 64 was asked for.',
      'The picture is a WEBP; PNG was asked for.',
    ])
  })

  it('refuses bytes that are no picture', async () => {
    const asked = { size: { width: 96, height: 64 }, format: 'png' } as const
    await expect(checkResult(textNamedPng(), asked)).rejects.toMatchObject({ code: 'image_unreadable' })
  })
})
