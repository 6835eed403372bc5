import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { imageSize } from 'image-size'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { framewright } from '#support/framewright.ts'
import { startTestProxy, type TestProxy } from '#support/start-test-proxy.ts'

let folder: string
let proxy: TestProxy

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'framewright-cli-'))
  proxy = await startTestProxy()
})
afterAll(async () => {
  await proxy.close()
  await rm(folder, { recursive: true, force: true })
})

const withProxy = () => ({ FRAMEWRIGHT_PROXY: proxy.url, FRAMEWRIGHT_TOKEN: proxy.token })

describe('generate', () => {
  test('writes the pictures a brief asks for, and the job with its plan and price', async () => {
    const reference = join(folder, 'lamp.png')
    await writeFile(
      reference,
      await sharp({ create: { width: 600, height: 400, channels: 3, background: 'teal' } })
        .png()
        .toBuffer(),
    )
    const args = ['generate', '--frame', '1440x900', '--idea', 'a lamp', '--reference', `${reference}:style`]
    const ran = await framewright(
      [...args, '--count', '2', '--format', 'jpeg', '--out', join(folder, 'out'), '--json'],
      withProxy(),
    )
    expect(ran).toMatchObject({ code: 0, err: '' })
    const { job, files } = JSON.parse(ran.out)
    expect(job).toMatchObject({ state: 'done', plan: { withinLimits: true }, price: { exact: true } })
    expect(job.price.charged).toBeGreaterThan(0)
    expect(files).toHaveLength(2)
    for (const file of files) {
      const { width, height, type } = imageSize(new Uint8Array(await readFile(file)))
      expect({ width, height, type }).toEqual({ ...job.plan.size, type: 'jpg' })
      expect(Math.abs(1 - width / height / 1.6)).toBeLessThan(0.021)
    }
  })

  test('needs no proxy: it runs one on the data folder', async () => {
    const env = { DATA_DIR: join(folder, 'data'), OFFLINE_WAIT: '0' }
    const made = await framewright(['generate', '--frame', '800x800', '--idea', 'a mug', '--out', folder], env)
    expect(made.code).toBe(0)
    expect(made.out).toMatch(/done · \$0\.\d+ \(simulated\)/)
    expect(made.err).toMatch(/^Job [\w-]{22}\./)
    const listed = await framewright(['jobs', '--all', '--json'], env)
    expect(JSON.parse(listed.out)).toHaveLength(1)
    const session = await framewright(['session'], env)
    expect(session.out).toContain('offline engine (simulated)')
  })

  test('looks at the folder before anything is paid for', async () => {
    const file = join(folder, 'a-file')
    await writeFile(file, '')
    const env = withProxy()
    const before = JSON.parse((await framewright(['jobs', '--json'], env)).out)
    const ran = await framewright(['generate', '--frame', '800x800', '--idea', 'a mug', '--out', file], env)
    expect(ran).toMatchObject({ code: 2, err: expect.stringContaining('cannot be used as a folder') })
    expect(JSON.parse((await framewright(['jobs', '--json'], env)).out)).toHaveLength(before.length)
  })

  test('fetch writes the pictures of a job once more', async () => {
    const out = join(folder, 'again')
    const [job] = JSON.parse((await framewright(['jobs', '--json'], withProxy())).out)
    const ran = await framewright(['fetch', job.id, '--out', out, '--json'], withProxy())
    expect(ran.code).toBe(0)
    const { files } = JSON.parse(ran.out)
    expect(files).toHaveLength(job.results.length)
    expect((await readFile(files[0])).length).toBe(job.results[0].image.bytes)
    expect(await framewright(['fetch', 'nonsense'], withProxy())).toMatchObject({ code: 2 })
  })

  test.each([
    ['no frame', ['generate', '--idea', 'x'], /--frame/],
    ['no idea', ['generate', '--frame', '10x10', '--idea', ' '], /--idea/],
    ['an unknown option', ['generate', '--frme', '10x10'], /--frme/],
    ['an unknown model', ['plan', '--frame', '10x10', '--model', 'dall-e-3'], /dall-e-3/],
    [
      'an unreadable reference',
      ['generate', '--frame', '10x10', '--idea', 'x', '--reference', 'nowhere.png'],
      /nowhere\.png/,
    ],
    ['too many pictures', ['generate', '--frame', '10x10', '--idea', 'x', '--count', '11'], /--count/],
    ['an absurd frame', ['plan', '--frame', '0x900'], /between 1 and 100,000/],
    ['no command', [], /framewright <command>/],
  ])('ends with 2 and a sentence for %s', async (_, args, sentence) => {
    const ran = await framewright(args, withProxy())
    expect(ran.code).toBe(2)
    expect(ran.err).toMatch(sentence)
  })

  test.each([
    [
      'a wrong token',
      () => ({ FRAMEWRIGHT_PROXY: proxy.url, FRAMEWRIGHT_TOKEN: 'wrong' }),
      /does not know this member token/,
    ],
    [
      'a proxy that is not there',
      () => ({ FRAMEWRIGHT_PROXY: 'http://localhost:9', FRAMEWRIGHT_TOKEN: 'x' }),
      /does not answer/,
    ],
  ])('ends with 1 and a sentence for %s', async (_, env, sentence) => {
    const ran = await framewright(['session'], env())
    expect(ran.code).toBe(1)
    expect(ran.err).toMatch(sentence)
  })

  test('ends with 2 and a sentence for a bad environment value', async () => {
    const bad = await framewright(['session'], { DATA_DIR: folder, LOCAL_BUDGET_USD: 'lots' })
    expect(bad).toMatchObject({ code: 2, err: expect.stringContaining('LOCAL_BUDGET_USD') })
  })

  test('uses the proxy that already works in the data folder', async () => {
    const asked = await framewright(['session', '--json'], { DATA_DIR: proxy.dataDir })
    expect(asked).toMatchObject({ code: 0, err: '' })
    expect(JSON.parse(asked.out).budget.budget).toBe(25_000_000)
  })
})

test('plan prints size, crop, upscale, tokens and price for each stage', async () => {
  const ran = await framewright(['plan', '--frame', '1440x900', '--scale', '2', '--json'], {})
  const { stages } = JSON.parse(ran.out)
  expect(stages.map((row: { stage: string }) => row.stage)).toEqual(['draft', 'review', 'final'])
  expect(stages.map((row: { price: { partialTokens: number } }) => row.price.partialTokens)).toEqual([0, 100, 200])
  for (const { plan, price } of stages) {
    expect(plan.cropLoss).toBeLessThanOrEqual(0.02)
    expect(price.total).toBe((plan.outputTokens + price.partialTokens) * 30 + price.textTokens * 5)
  }
})
