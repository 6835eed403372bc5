import { Buffer } from 'node:buffer'
import { assert, integer, property, uint8Array } from 'fast-check'
import { expect, it } from 'vitest'
import { decodePicture } from '#proxy/engines/openai/decode-picture.ts'

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const pictures = uint8Array({ maxLength: 200 }).map((rest) => Uint8Array.from([...SIGNATURE, ...rest]))

it('gives the bytes back', () => {
  assert(
    property(pictures, (picture) => {
      const decoded = decodePicture(Buffer.from(picture).toString('base64'))
      expect(decoded && Buffer.compare(decoded, picture)).toBe(0)
    }),
  )
})

it('refuses base64 with a foreign character in it, or cut off', () => {
  assert(
    property(pictures, integer({ min: 0, max: 300 }), (picture, at) => {
      const whole = Buffer.from(picture).toString('base64')
      const place = at % (whole.length - 2)
      expect(decodePicture(`${whole.slice(0, place)}*${whole.slice(place + 1)}`)).toBeNull()
      expect(decodePicture(whole.slice(0, -1))).toBeNull()
    }),
  )
})

it('refuses what is no picture', () => {
  expect(decodePicture(Buffer.from('plain text').toString('base64'))).toBeNull()
  expect(decodePicture('')).toBeNull()
})
