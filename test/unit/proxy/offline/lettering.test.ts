import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { setLine } from '#proxy/engines/offline/set-line.ts'
import { typeset } from '#proxy/engines/offline/typeset.ts'

const BOX = { x: 10, y: 10, width: 580, height: 180 }

const draw = (body: string) =>
  sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="600" height="200">${body}</svg>`)).ensureAlpha()

async function alphaOf(text: string): Promise<Buffer> {
  return await draw(typeset([text], BOX, 90, '#000000'))
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
      expect(typeset([text], BOX, 90, '#000000')).not.toContain('<text')
    },
  )

  it('draws different letters differently, not boxes of the same width', async () => {
    const [one, other] = [await alphaOf('iiiiii'), await alphaOf('wwwwww')]
    expect(inked(other)).toBeGreaterThan(inked(one) * 1.5)
  })

  it('kerns', () => {
    const apart = setLine('A', 100, 700).width + setLine('V', 100, 700).width
    expect(setLine('AV', 100, 700).width).toBeLessThan(apart - 3)
  })

  it('stays inside its box, however long the text', async () => {
    const alpha = await alphaOf(
      'A rather long headline that cannot fit on a single line at this size, so it wraps and shrinks',
    )
    const outside = alpha.filter((value, i) => {
      const [x, y] = [i % 600, Math.floor(i / 600)]
      return value > 0 && (x < BOX.x || x > BOX.x + BOX.width || y < BOX.y - 2 || y > BOX.y + BOX.height + 2)
    })
    expect(outside).toHaveLength(0)
    expect(inked(alpha)).toBeGreaterThan(1000)
  })

  it('needs no fonts on the machine', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'no-fonts-'))
    const script = `
      import sharp from 'sharp'
      import { typeset } from '#proxy/engines/offline/typeset.ts'
      const body = typeset(['Slow mornings'], ${JSON.stringify(BOX)}, 90, '#000000')
      const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="200">' + body + '</svg>'
      const alpha = await sharp(Buffer.from(svg)).ensureAlpha().extractChannel(3).raw().toBuffer()
      process.stdout.write(alpha.toString('base64'))`
    const env = { ...process.env, FONTCONFIG_PATH: empty, FONTCONFIG_FILE: join(empty, 'none.conf'), HOME: empty }
    const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { env, stdio: 'pipe' })
    expect(Buffer.from(printed.toString(), 'base64').equals(await alphaOf('Slow mornings'))).toBe(true)
  })
})
