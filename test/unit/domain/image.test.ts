import { expect, test } from 'vitest'
import { sniffFormat } from '#domain/image.ts'

const ascii = (text: string) => [...text].map((character) => character.charCodeAt(0))

test.each([
  ['png', [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a, 0]],
  ['jpeg', [0xff, 0xd8, 0xff, 0xe0]],
  ['gif', ascii('GIF89a')],
  ['webp', ascii('RIFF____WEBPVP8 ')],
  [null, ascii('a text file named photo.png')],
  [null, []],
  [null, [0x89, 0x50]],
])('recognises %s by its bytes', (format, bytes) => {
  expect(sniffFormat(Uint8Array.from(bytes))).toBe(format)
})
