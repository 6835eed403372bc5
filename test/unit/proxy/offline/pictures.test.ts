import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { difference, meanColour, shareOfColour } from '#support/compare-pictures.ts'
import { drawOffline } from '#support/draw-offline.ts'
import { cutOutPng, flatPng } from '#support/sample-images.ts'

/** Pictures of an idea alone, drawn once for all tests that compare with them. */
const plain = new Map<string, Promise<Uint8Array>>()
function pictureOf(idea: string): Promise<Uint8Array> {
  const drawn = plain.get(idea) ?? drawOffline({ idea }).then(({ first }) => first)
  plain.set(idea, drawn)
  return drawn
}

const same = (a: Uint8Array, b: Uint8Array) => Buffer.from(a).equals(b)

describe('offline pictures', () => {
  it('are the same for the same request', async () => {
    const asked = { idea: 'a lamp on a table', request: { exactTexts: ['Good light'] } }
    expect(same((await drawOffline(asked)).first, (await drawOffline(asked)).first)).toBe(true)
  })

  it('differ clearly between prompts', async () => {
    const ideas = ['misty mountain lake at sunset', 'festive city lights at night', 'product on a pedestal']
    const drawn: Uint8Array[] = []
    for (const idea of ideas) drawn.push(await pictureOf(idea))
    for (const [i, one] of drawn.entries()) {
      for (const other of drawn.slice(i + 1)) expect(await difference(one, other)).toBeGreaterThan(15)
    }
  })

  it('differ between the pictures of one request', async () => {
    const { images } = await drawOffline({ idea: 'abstract paper shapes', request: { count: 2 } })
    expect(await difference(images[0] ?? new Uint8Array(), images[1] ?? new Uint8Array())).toBeGreaterThan(4)
  })

  it('keep their composition from draft to final', async () => {
    const idea = 'misty mountain lake at sunset'
    const draft = await pictureOf(idea)
    const final = (await drawOffline({ idea, request: { quality: 'high' } })).first
    const other = await pictureOf('red bottle on a terracotta table')
    expect(await difference(draft, final)).toBeLessThan(await difference(draft, other))
    expect(same(draft, final)).toBe(false)
  })

  it('take their colours from the words', async () => {
    const [, , navyBlue] = await meanColour((await drawOffline({ idea: 'navy bottle on a blue table' })).first)
    const [red, , blue] = await meanColour(await pictureOf('red bottle on a terracotta table'))
    expect(red).toBeGreaterThan(blue + 20)
    expect(navyBlue).toBeGreaterThan(blue + 20)
  })

  it('are dark at night', async () => {
    const night = await meanColour((await drawOffline({ idea: 'blue hills, dark night' })).first)
    const day = await meanColour((await drawOffline({ idea: 'blue hills, bright morning' })).first)
    expect(day[1] - night[1]).toBeGreaterThan(40)
  })

  it('leave the side free that the prompt names', async () => {
    const busy = async (side: 'left' | 'right') => {
      const { first } = await drawOffline({ idea: `black bottle on cream table, space on the ${side} for a headline` })
      const dark = async (left: number) => {
        const half = await sharp(first).extract({ left, top: 0, width: 512, height: 560 }).png().toBuffer()
        return shareOfColour(half, [27, 27, 32], 40)
      }
      return { left: await dark(0), right: await dark(512) }
    }
    const [free, other] = [await busy('left'), await busy('right')]
    expect(free.right).toBeGreaterThan(free.left + 0.01)
    expect(other.left).toBeGreaterThan(other.right + 0.01)
  })

  it('are clear where nothing is drawn when asked for a transparent background', async () => {
    const request = { model: 'gpt-image-2.5-flare', background: 'transparent', format: 'webp' } as const
    const { first } = await drawOffline({ idea: 'a bottle on a table', request })
    const { channels } = await sharp(first).stats()
    expect(channels[3]?.min).toBe(0)
    expect(channels[3]?.max).toBe(255)
  })
})

describe('references in offline pictures', () => {
  const orange: [number, number, number] = [255, 122, 0]
  const idea = 'product on a pedestal'

  it('shows the subject with its own outline', async () => {
    const without = await shareOfColour(await pictureOf(idea), orange)
    const subject = { role: 'subject', bytes: await cutOutPng('#ff7a00') } as const
    const found = await shareOfColour((await drawOffline({ idea, references: [subject] })).first, orange)
    expect(found - without).toBeGreaterThan(0.08)
    const square = await flatPng('#ff7a00', 240, 240)
    const filled = await shareOfColour(
      (await drawOffline({ idea, references: [{ ...subject, bytes: square }] })).first,
      orange,
    )
    expect(filled).toBeGreaterThan(0.08)
  })

  it('shows the background everywhere', async () => {
    const references = [{ role: 'background', bytes: await flatPng('#1e8f4e') }] as const
    const [red, green, blue] = await meanColour((await drawOffline({ idea, references: [...references] })).first)
    expect(green).toBeGreaterThan(Math.max(red, blue) + 20)
  })

  it('shows the logo undistorted in a corner', async () => {
    const references = [{ role: 'logo', bytes: await flatPng('#ff00ff', 400, 100) }] as const
    const { first } = await drawOffline({ idea, references: [...references] })
    const { data, info } = await sharp(first).removeAlpha().raw().toBuffer({ resolveWithObject: true })
    const found = { left: info.width, right: 0, top: info.height, bottom: 0 }
    for (let i = 0; i < data.length; i += 3) {
      if ((data[i] ?? 0) < 250 || (data[i + 1] ?? 255) > 5 || (data[i + 2] ?? 0) < 250) continue
      const [x, y] = [(i / 3) % info.width, Math.floor(i / 3 / info.width)]
      found.left = Math.min(found.left, x)
      found.right = Math.max(found.right, x + 1)
      found.top = Math.min(found.top, y)
      found.bottom = Math.max(found.bottom, y + 1)
    }
    expect((found.right - found.left) / (found.bottom - found.top)).toBeCloseTo(4, 0)
    expect(found.right).toBeLessThan(info.width / 2)
    expect(found.bottom).toBeLessThan(info.height / 3)
  })

  it('takes the colours of a palette', async () => {
    const references = [{ role: 'palette', bytes: await flatPng('#2d8f5a') }] as const
    const red = 'red bottle on a terracotta table'
    const untinted = await meanColour(await pictureOf(red))
    const tinted = await meanColour((await drawOffline({ idea: red, references: [...references] })).first)
    expect(untinted[0]).toBeGreaterThan(untinted[1])
    expect(tinted[1]).toBeGreaterThan(tinted[0])
  })

  it.each(['style', 'composition', 'material'] as const)('lets a %s reference change the picture', async (role) => {
    const bytes = await cutOutPng('#101010', 300)
    const references = [{ role, bytes }]
    const changed = (await drawOffline({ idea, references })).first
    expect(await difference(await pictureOf(idea), changed)).toBeGreaterThan(2)
  })
})
