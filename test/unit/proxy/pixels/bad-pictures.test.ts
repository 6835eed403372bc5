import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { checkPassing, type PassedPicture } from '#proxy/pixels/check-passing.ts'
import { inspectImage } from '#proxy/pixels/inspect-image.ts'
import { collect } from '#support/collect.ts'
import { preparedUpload } from '#support/prepared-upload.ts'
import {
  cutOutPng,
  hugePngHeader,
  noise,
  palettePng,
  sampleGif,
  sampleJpeg,
  samplePng,
  sampleWebp,
  textNamedPng,
  truncated,
} from '#support/sample-images.ts'

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
    await expect(preparedUpload(bytes)).rejects.toMatchObject({ code })
  })

  it('says how large a picture is that is too large', async () => {
    await expect(inspectImage(hugePngHeader())).rejects.toThrow(/30,?000 × 30,?000 pixels.*100 megapixels/)
  })
})

/** The picture in pieces of a length, as far as it is let through. */
async function pass(bytes: Uint8Array, length: number) {
  let passed: PassedPicture | null = null
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
  }
  const out = await collect(checkPassing(pieces(), (picture) => (passed = picture)))
  expect(Buffer.concat(out).equals(bytes)).toBe(true)
  return passed
}

describe('checkPassing', () => {
  const good: [string, () => Promise<Buffer>, PassedPicture][] = [
    ['a PNG', samplePng, { format: 'png', width: 96, height: 64 }],
    ['a palette PNG', palettePng, { format: 'png', width: 96, height: 64 }],
    ['a JPEG', sampleJpeg, { format: 'jpeg', width: 96, height: 64 }],
    [
      'a progressive JPEG',
      () => noise().jpeg({ progressive: true }).toBuffer(),
      { format: 'jpeg', width: 200, height: 150 },
    ],
    ['a lossless WEBP', sampleWebp, { format: 'webp', width: 96, height: 64 }],
    ['a WEBP', () => noise().webp().toBuffer(), { format: 'webp', width: 200, height: 150 }],
    [
      'a WEBP with alpha',
      async () =>
        sharp(await cutOutPng())
          .webp()
          .toBuffer(),
      { format: 'webp', width: 240, height: 240 },
    ],
  ]

  it.each(good)('lets %s through unchanged and measures it', async (_, make, found) => {
    const bytes = await make()
    for (const length of [1, 7, 1000, bytes.length]) expect(await pass(bytes, length)).toEqual(found)
  })

  it.each(bad.filter(([what]) => what !== 'a truncated GIF'))('%s is %s', async (_, code, make) => {
    const bytes = await make()
    for (const length of [5, 100_000]) await expect(pass(bytes, length)).rejects.toMatchObject({ code })
  })

  it('refuses a GIF, which nobody can ask for', async () => {
    await expect(pass(await sampleGif(), 100)).rejects.toMatchObject({ code: 'image_unreadable' })
  })

  it.each(good)('finds the end of %s missing, wherever it is cut', async (_, make) => {
    const bytes = await make()
    const cuts = fc.integer({ min: 12, max: bytes.length - 2 })
    await fc.assert(
      fc.asyncProperty(cuts, async (cut) => {
        await expect(pass(bytes.subarray(0, cut), 64)).rejects.toMatchObject({ code: 'image_damaged' })
      }),
    )
  })

  it('finds any changed byte of a PNG', async () => {
    const bytes = await noise(40, 30).png().toBuffer()
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const changed = Buffer.from(bytes)
        changed[at] = (changed[at] ?? 0) ^ change
        await expect(pass(changed, 4096)).rejects.toMatchObject({ code: expect.stringMatching(/^image_/) })
      }),
    )
  })
})
