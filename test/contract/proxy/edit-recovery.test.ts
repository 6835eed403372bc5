import { mkdir, rename, rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { makeFailure } from '#domain/failure.ts'
import type { ImageInfo } from '#domain/image.ts'
import { sampleSubmit } from '#support/call-proxy.ts'
import { inDatabase, SIZE, submitEdit, takeBackDelivery, triesOf } from '#support/edits/left-edit.ts'
import { proxiesInTurn, type Started } from '#support/proxies-in-turn.ts'
import { hugePngHeader, samplePng } from '#support/sample-images.ts'

const { start, whatAKillLeaves } = proxiesInTurn()

let before: Started
let original: ImageInfo
let id: string

/** An edit whose call has been made. */
beforeEach(async () => {
  before = await start()
  ;({ original, id } = await submitEdit(before.calls))
})

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

const kept = { composite: { measures: { changedOutside: 0 } } }

describe('an edit whose picture came', () => {
  test('and was recorded, is put together by the next process and gives the same picture', async () => {
    await (await before.engine.call(0)).answer()
    const delivered = await before.calls.ended(id)
    const dataDir = await whatAKillLeaves(before.proxy.dataDir)
    await takeBackDelivery(dataDir, id)
    const after = await start({ dataDir })
    const job = await after.calls.ended(id)
    expect(job).toMatchObject({ state: 'done', results: [kept], price: { charged: delivered.price.charged } })
    expect(job.results).toEqual(delivered.results)
    expect(after.engine.calls).toHaveLength(0)
  })

  test('and was whole on disk, not recorded, is put together too', async () => {
    const call = await before.engine.call(0)
    const { size } = (await before.calls.job(id)).value.plan
    const raw = await call.keep(once(await samplePng(size.width, size.height)))
    const after = await start({ dataDir: await whatAKillLeaves(before.proxy.dataDir) })
    const job = await after.calls.ended(id)
    expect(job).toMatchObject({ state: 'done', results: [{ ...kept, image: SIZE }] })
    expect(job.results[0]?.composite?.raw.id).toBe(raw.id)
  })

  test('after the job was given up, is put together too', async () => {
    const call = await before.engine.call(0)
    const failure = JSON.stringify(makeFailure('interrupted'))
    const givenUp = { state: 'failed', failure, may_have_been_charged: 1 } as const
    await inDatabase(before.proxy.dataDir, (db) => db.updateTable('jobs').set(givenUp).where('id', '=', id).execute())
    await call.answer()
    await vi.waitUntil(async () => (await before.calls.job(id)).value.state === 'done', { timeout: 10_000 })
    expect((await before.calls.job(id)).value).toMatchObject({ mayHaveBeenCharged: false, results: [kept] })
  })
})

test('an edit whose original cannot be read for a moment is put together once it can', async () => {
  const file = join(before.proxy.dataDir, 'images', original.id.slice(0, 2), original.id)
  const call = await before.engine.call(0)
  await rename(file, `${file}.away`)
  await mkdir(file)
  await call.answer()
  await vi.waitUntil(() => triesOf(before.proxy.dataDir, id), { timeout: 10_000 })
  await rmdir(file)
  await rename(`${file}.away`, file)
  expect((await before.calls.ended(id)).results).toMatchObject([kept])
})

describe('an edit that cannot be put together', () => {
  test('delivers the picture as it came, says so, and is charged as ever', async () => {
    const call = await before.engine.call(0)
    await rm(join(before.proxy.dataDir, 'images', original.id.slice(0, 2), original.id))
    await call.answer()
    const job = await before.calls.ended(id)
    const [result] = job.results
    expect(result).toMatchObject({ image: job.plan.size, composite: null })
    expect(result?.mismatches).toEqual([expect.stringContaining('nothing in it is protected')])
    expect(job.price.charged).toBeGreaterThan(0)
    expect((await before.calls.usage()).value.budget).toMatchObject({ reserved: 0, settled: job.price.charged })
    expect((await before.calls.refused(`/v1/jobs/${id}/results/0/raw`)).value.code).toBe('image_missing')
  })

  test('leaves the other pictures of its job to be put together', async () => {
    await before.engine.call(0)
    const brief = (await before.calls.job(id)).value.brief
    const { id: two, plan } = (
      await before.calls.submit(sampleSubmit({ ...brief, render: { ...brief.render, count: 2 } }))
    ).value
    const { width, height } = plan.size
    const broken = hugePngHeader(width, height)
    await (await before.engine.call(1)).answer({ images: [broken, await samplePng(width, height)] })
    const { results } = await before.calls.ended(two)
    expect(results).toMatchObject([{ composite: null, mismatches: [expect.stringContaining('as it came')] }, kept])
    expect((await before.calls.image(results[0]?.image.id ?? '')).equals(broken)).toBe(true)
  })
})
