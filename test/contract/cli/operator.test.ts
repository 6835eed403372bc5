import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callProxy, sampleSubmit } from '#support/call-proxy.ts'
import { framewright, type Ran } from '#support/framewright.ts'
import { createHandEngine } from '#support/hand-engine.ts'
import { startTestProxy, type TestProxy, temporaryFolder } from '#support/start-test-proxy.ts'

const body = sampleSubmit()
const price = body.agreedPrice
const engine = createHandEngine({ simulated: false })
let proxy: TestProxy
beforeAll(async () => {
  proxy = await startTestProxy({ parts: { engine }, stopWaitMs: 0 })
})
afterAll(() => proxy.close())

/** The command line beside the running proxy, which it shares nothing with but the data folder. */
const operate = (...args: string[]): Promise<Ran> => framewright(args, { DATA_DIR: proxy.dataDir })
const callAs = (token: string) => callProxy((path, init) => fetch(proxy.url + path, init), token)

test('a member is added with a token, given another budget, and revoked, while the proxy runs', async () => {
  const added = await operate('members', 'add', 'Anna Lind', '--budget', '12.345678')
  expect(added).toMatchObject({ code: 0, err: expect.stringContaining('shown this once') })
  expect(added.out).toMatch(/^fw_[\w-]{43}\n$/)
  const anna = callAs(added.out.trim())
  const { member, budget } = (await anna.session()).value
  expect(member).toEqual({ name: 'Anna Lind', admin: false })
  expect(budget).toMatchObject({ budget: 12_345_678, monthly: false, spendable: 12_345_678 })

  expect(await operate('members', 'add', 'Anna Lind', '--budget', '1')).toMatchObject({
    code: 1,
    err: expect.stringContaining('already'),
  })
  expect(await operate('members', 'set-budget', 'Anna Lind', '50', '--monthly')).toMatchObject({ code: 0, err: '' })
  expect((await anna.session()).value.budget).toMatchObject({ budget: 50_000_000, monthly: true })

  expect(await operate('members', 'add', 'Bob')).toMatchObject({
    code: 2,
    err: expect.stringContaining('needs --budget'),
  })
  const revoked = await operate('members', 'revoke', 'Anna Lind')
  expect(revoked).toMatchObject({ code: 0, out: expect.stringContaining('no longer works') })
  expect(await anna.refused('/v1/session')).toMatchObject({ status: 401, value: { code: 'token_wrong' } })

  const [listed, table] = await Promise.all([operate('members', 'list', '--json'), operate('members', 'list')])
  expect(JSON.parse(listed.out)).toMatchObject([
    { name: 'Anna Lind', admin: false, budget: 50_000_000, left: 50_000_000, revokedAt: expect.any(String) },
    { name: 'local', admin: true, budget: 25_000_000, revokedAt: null },
  ])
  expect(table.out.split('\n')).toEqual([
    'NAME       BUDGET  FOR       SPENT   HELD    LEFT  ROLE    TOKEN',
    expect.stringMatching(/^Anna Lind {2}\$50.00 {2}a month .*member {2}revoked \d{4}-\d\d-\d\d$/),
    expect.stringMatching(/^local {6}\$25.00 {2}all time .*admin {3}works$/),
    '',
  ])
})

test('what holds for the team reaches the members at once', async () => {
  const set = await operate('team', 'set', '--budget', '3', '--monthly', '--job-limit', '0.003', '--credits', 'default')
  expect(set).toMatchObject({ code: 0, err: '' })
  const local = callAs(proxy.token)
  const { budget, credits } = (await local.session()).value
  expect(budget).toMatchObject({ team: { budget: 3_000_000, monthly: true }, jobLimit: 3_000, spendable: 3_000_000 })
  expect(credits).toEqual({ table: { '1K': 6, '2K': 12, '4K': 20 }, used: 0 })
  await expect(local.submit({ ...body, agreedCredits: 6 })).rejects.toThrow(
    /over_job_limit.*at most \$0\.003 for one job/,
  )

  const env = { FRAMEWRIGHT_PROXY: proxy.url, FRAMEWRIGHT_TOKEN: proxy.token }
  const [shown, session] = await Promise.all([operate('team', 'show'), framewright(['session'], env)])
  expect(shown.out.split('\n')).toEqual([
    'Budget      $3.00 left of $3.00 a month',
    'Spent       $0.00 this month, and $0.00 held back',
    'Job limit   $0.003',
    'Credits     1K 6 · 2K 12 · 4K 20',
    '',
  ])
  expect(session.out).toContain('$25.00 left of $25.00\nTeam: $3.00 left of $3.00 a month\n$3.00 can be spent\n')
  expect(session.out).toContain('One job: at most $0.003\nCredits: 1K 6 · 2K 12 · 4K 20; 0 used this month\n')
  await operate('team', 'set', '--budget', 'none', '--job-limit', 'none', '--credits', 'none')
  expect((await local.session()).value).toMatchObject({ budget: { team: null, jobLimit: null }, credits: null })
})

test('a job that may have been charged holds its price until the operator decides', async () => {
  const local = callAs(proxy.token)
  const ids: string[] = []
  for (const index of [0, 1]) {
    ids.push((await local.submit(body)).value.id)
    ;(await engine.call(index)).fail(new Error('cut'))
  }
  const [paid = '', unpaid = ''] = ids
  for (const id of ids) expect(await local.ended(id)).toMatchObject({ state: 'failed', mayHaveBeenCharged: true })
  const usage = JSON.parse((await operate('usage', '--json')).out)
  expect(usage).toMatchObject({
    by: 'member',
    rows: [{ key: 'local', settled: 0, reserved: 2 * price, jobs: 2 }],
    doubtful: ids.map((id) => ({ id, member: 'local', reserved: price })),
  })

  const [charged, free] = [await operate('resolve', paid, 'charged'), await operate('resolve', unpaid, 'free')]
  expect([charged.out, free.out]).toEqual([
    expect.stringMatching(/^\$0\.0\d+ of the job .* counts as spent\.\n$/),
    expect.stringMatching(/^\$0\.0\d+ of the job .* is given back\.\n$/),
  ])
  expect(await operate('resolve', paid, 'free')).toMatchObject({
    code: 1,
    err: expect.stringContaining('nothing to decide'),
  })
  expect((await local.usage()).value.budget).toMatchObject({ settled: price, reserved: 0 })
  expect((await local.job(paid)).value.price).toMatchObject({ reserved: price, charged: price })
  expect((await local.job(unpaid)).value).toMatchObject({ mayHaveBeenCharged: false, price: { charged: null } })

  const table = (await operate('usage', '--by', 'day')).out.split('\n')
  expect(table).toEqual([
    'DAY         JOBS     SPENT   HELD',
    expect.stringMatching(/^\d{4}-\d\d-\d\d {5}2 {2}\$0\.0\d+ {2}\$0\.00$/),
    expect.stringMatching(/^all {12}2 {2}\$0\.0\d+ {2}\$0\.00$/),
    '',
  ])
})

test('maintenance runs beside the proxy', async () => {
  expect(await operate('maintenance', '--json')).toMatchObject({ code: 0, err: '' })
})

test('a folder no proxy has worked in is not made into one', async () => {
  const folder = await temporaryFolder()
  const said = await framewright(['members', 'list'], { DATA_DIR: folder })
  expect(said).toMatchObject({ code: 1, out: '', err: expect.stringContaining('No proxy has worked in') })
  await rm(folder, { recursive: true })
})

test('works when no proxy runs', async () => {
  const stopped = await startTestProxy({ dataDir: await temporaryFolder() })
  await stopped.close()
  const added = await framewright(['members', 'add', 'bob', '--budget', '1', '--admin'], { DATA_DIR: stopped.dataDir })
  const again = await startTestProxy({ dataDir: stopped.dataDir })
  const bob = callProxy((path, init) => fetch(again.url + path, init), added.out.trim())
  expect((await bob.session()).value.member).toEqual({ name: 'bob', admin: true })
  await again.close()
  await rm(stopped.dataDir, { recursive: true })
})

test('ends with 2 and a sentence for what is written wrongly', async () => {
  const ran = await operate('members', 'add', 'x', '--budget', '1.0000001')
  expect(ran).toMatchObject({ code: 2, out: '', err: expect.stringContaining('amount in dollars') })
})

test('revoking the member of this machine says that the next start makes a new token', async () => {
  const revoked = await operate('members', 'revoke', 'local')
  expect(revoked.out).toContain('next start of the proxy makes a new token')
})
