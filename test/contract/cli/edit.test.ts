import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createProxyClient } from '#client/proxy-client.ts'
import { framewright } from '#support/framewright.ts'
import { flatPng, noise } from '#support/sample-images.ts'
import { startTestProxy, type TestProxy } from '#support/start-test-proxy.ts'

const [WIDTH, HEIGHT] = [1200, 800]
const HOLE = { x: 500, y: 300, width: 200, height: 150 }

let folder: string
let proxy: TestProxy
let image: string
let mask: string

const inHole = (x: number, y: number) =>
  x >= HOLE.x && x < HOLE.x + HOLE.width && y >= HOLE.y && y < HOLE.y + HOLE.height

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'framewright-edit-'))
  proxy = await startTestProxy()
  image = join(folder, 'in.png')
  mask = join(folder, 'mask.png')
  await noise(WIDTH, HEIGHT).png().toFile(image)
  const { x, y, width, height } = HOLE
  const path = `M0 0H${WIDTH}V${HEIGHT}H0Z M${x} ${y}h${width}v${height}h${-width}Z`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><path fill-rule="evenodd" d="${path}"/></svg>`
  await sharp(Buffer.from(svg)).png().toFile(mask)
})
afterAll(async () => {
  await proxy.close()
  await rm(folder, { recursive: true, force: true })
})

const withProxy = () => ({ FRAMEWRIGHT_PROXY: proxy.url, FRAMEWRIGHT_TOKEN: proxy.token })
const client = () => createProxyClient({ baseUrl: proxy.url, token: proxy.token })
const edit = (...more: string[]) => framewright(['edit', '--out', join(folder, 'out'), ...more], withProxy())

/** How many pixels of two files differ inside and outside the hole of the mask. */
async function changes(file: string): Promise<{ inside: number; outside: number }> {
  const pixels = (path: string) => sharp(path).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const [before, after] = [await pixels(image), await pixels(file)]
  expect(after.info).toMatchObject({ width: WIDTH, height: HEIGHT, channels: 3 })
  const counted = { inside: 0, outside: 0 }
  for (let at = 0; at < WIDTH * HEIGHT; at++) {
    const same = [0, 1, 2].every((channel) => before.data[at * 3 + channel] === after.data[at * 3 + channel])
    if (!same) counted[inHole(at % WIDTH, Math.floor(at / WIDTH)) ? 'inside' : 'outside'] += 1
  }
  return counted
}

describe('edit', () => {
  test('changes nothing outside the mask, and prints what was measured', async () => {
    const ran = await edit(
      '--image',
      image,
      '--mask',
      mask,
      '--change',
      'make it red',
      '--keep',
      'the grain',
      '--raw',
      '--json',
    )
    expect(ran).toMatchObject({ code: 0, err: '' })
    const { job, files, results, prices } = JSON.parse(ran.out)
    const [result] = results
    expect(await changes(files[0])).toEqual({ inside: expect.toSatisfy((count: number) => count > 20_000), outside: 0 })
    const raw = await changes(result.raw)
    expect(raw.outside).toBeGreaterThan(1000)
    expect(result).toMatchObject({ file: files[0], changedOutside: 0 })
    expect(result.drift.share).toBeGreaterThan(0)
    expect(result.seam.after).toBeLessThanOrEqual(result.seam.before)
    expect(job.prompt).toMatch(/^Change: make it red$/m)
    expect(job.prompt).toMatch(/^Keep: the grain$/m)
    expect(prices.whole).toBeGreaterThan(prices.window)
    expect(job.price).toMatchObject({ reserved: prices.window, exact: false })
    expect(job.plan.window.height).toBeLessThan(HEIGHT)
  })

  test('without a mask all may change, for one price, and the whole picture is sent where asked', async () => {
    const ran = await edit('--image', image, '--change', 'a colder light', '--verb', 'relight', '--whole', '--no-match')
    expect(ran.code).toBe(0)
    const [file = ''] = ran.out.split('\n')
    expect((await changes(file)).outside).toBeGreaterThan(WIDTH * HEIGHT * 0.5)
    expect(ran.out).toMatch(/done · \$0\.\d+ \(simulated\)/)
    expect(ran.out).not.toMatch(/outside the mask|whole picture/)
    const [job] = await client().listJobs()
    expect(job?.brief.edit).toMatchObject({ verb: 'relight', whole: true, match: false, mask: null })
    expect(job?.plan.window).toEqual({ x: 0, y: 0, width: WIDTH, height: HEIGHT })
  })

  test('says both prices and what was measured in words', async () => {
    const ran = await edit('--image', image, '--mask', mask, '--change', 'a clear glass', '--verb', 'replace')
    expect(ran.out).toMatch(/outside the mask 0 of \d+ pixels changed · the model had changed [\d.]+ %/)
    expect(ran.out).toMatch(/window at most \$[\d.]+ · whole picture at most \$/)
  })

  test('sends nothing with a mask of another size, or one that covers nothing', async () => {
    const wrong = join(folder, 'wrong.png')
    const before = await client().listJobs()
    await sharp(mask).resize(600, 400).png().toFile(wrong)
    const ran = await edit('--image', image, '--mask', wrong, '--change', 'x')
    expect(ran).toMatchObject({ code: 1, err: expect.stringContaining('600 × 400') })
    await writeFile(wrong, await flatPng('#ffffff', WIDTH, HEIGHT))
    expect((await edit('--image', image, '--mask', wrong, '--change', 'x')).err).toMatch(/covers nothing/)
    expect(await client().listJobs()).toEqual(before)
  })

  test('ends with 2 and a sentence for a picture that is not there', async () => {
    const ran = await edit('--image', 'nowhere.png', '--change', 'x')
    expect(ran).toMatchObject({ code: 2, err: expect.stringContaining('nowhere.png') })
  })
})
