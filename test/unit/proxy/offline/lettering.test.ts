import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { setLine } from '#proxy/engines/offline/set-line.ts'
import { typeset } from '#proxy/engines/offline/typeset.ts'
import { countTurns } from '#support/count-turns.ts'

const BOX = { x: 10, y: 10, width: 580, height: 180 }

const draw = (body: string) =>
  sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="600" height="200">${body}</svg>`)).ensureAlpha()

async function alphaOf(text: string): Promise<Buffer> {
  return await draw(await typeset([text], BOX, 90, '#000000'))
    .extractChannel(3)
    .raw()
    .toBuffer()
}

const inked = (alpha: Buffer) => alpha.filter((value) => value > 128).length

describe('lettering', () => {
  it.each(['Slow mornings', 'Grüße', 'Привет', 'Καλημέρα', 'Łódź', 'A & <B>'])(
    'draws the letters of “%s”',
    async (text) => {
      expect(inked(await alphaOf(text))).toBeGreaterThan(400)
      expect(await typeset([text], BOX, 90, '#000000')).not.toContain('<text')
    },
  )

  it('draws different letters differently, not boxes of the same width', async () => {
    const [one, other] = [await alphaOf('iiiiii'), await alphaOf('wwwwww')]
    expect(inked(other)).toBeGreaterThan(inked(one) * 1.5)
  })

  it('kerns', () => {
    const apart = setLine('A', 700).width + setLine('V', 700).width
    expect(setLine('AV', 700).width).toBeLessThan(apart - 0.03)
  })

  const sentence = 'A rather long headline that cannot fit on a single line at this size, so it wraps and shrinks'
  const long: [string, string][] = [
    ['a sentence', sentence],
    ['a page', `${sentence}. `.repeat(42)],
    ['one word', 'Donaudampfschifffahrt'.repeat(12)],
  ]

  it.each(long)('stays inside its box, however long the text: %s', async (_, text) => {
    const alpha = await alphaOf(text)
    const outside = alpha.filter((value, i) => {
      const [x, y] = [i % 600, Math.floor(i / 600)]
      return value > 0 && (x < BOX.x || x > BOX.x + BOX.width || y < BOX.y - 2 || y > BOX.y + BOX.height + 2)
    })
    expect(outside).toHaveLength(0)
    expect(inked(alpha)).toBeGreaterThan(1000)
  })

  it('sets 4000 characters at once, and lets others work meanwhile', async () => {
    await alphaOf('Fonts are open now.')
    const words = Array.from({ length: 4000 / 8 }, (_, i) => `${(i * 7919).toString(36).padStart(7, 'w')} `)
    const before = process.cpuUsage()
    expect(await countTurns(() => typeset([words.join('')], BOX, 90, '#000000'))).toBeGreaterThan(20)
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1e6).toBeLessThan(2)
  })

  it.each(['One\u000btwo', 'One\u2028two', 'One\r\ntwo', 'One\u0085two'])('starts a new line in %j', async (text) => {
    expect(await typeset([text], BOX, 90, '#000000')).toBe(await typeset(['One\ntwo'], BOX, 90, '#000000'))
  })

  it.each(['\u0000', '\u0001', '\u001f', '\ufffe', '\uffff', '\ud800', '\ud83d'])(
    'draws what is left of a text with %j in it, which no SVG may hold',
    async (bad) => {
      expect(inked(await alphaOf(`Slow${bad}mornings${bad}`))).toBeGreaterThan(400)
    },
  )

  it('needs no fonts on the machine', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'no-fonts-'))
    const script = `
      import sharp from 'sharp'
      import { typeset } from '#proxy/engines/offline/typeset.ts'
import { countTurns } from '#support/count-turns.ts'
      const body = await typeset(['Slow mornings'], ${JSON.stringify(BOX)}, 90, '#000000')
      const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="200">' + body + '</svg>'
      const alpha = await sharp(Buffer.from(svg)).ensureAlpha().extractChannel(3).raw().toBuffer()
      process.stdout.write(alpha.toString('base64'))`
    const env = { ...process.env, FONTCONFIG_PATH: empty, FONTCONFIG_FILE: join(empty, 'none.conf'), HOME: empty }
    const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { env, stdio: 'pipe' })
    expect(Buffer.from(printed.toString(), 'base64').equals(await alphaOf('Slow mornings'))).toBe(true)
  })
})
