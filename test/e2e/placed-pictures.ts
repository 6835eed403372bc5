import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import { createProxyClient } from '#client/proxy-client.ts'
import type { Job } from '#domain/job.ts'
import { changedPixels } from '#support/changed-pixels.ts'
import type { OpenPlayground } from '#support/open-playground.ts'

/** Notes the id (SHA-256) of every picture the window hands to the document from now on. */
export async function watchPlacing({ page }: OpenPlayground): Promise<void> {
  await page.evaluate(() => {
    const ids: string[] = []
    Object.assign(window, { placedIds: ids })
    const find = (value: unknown): Uint8Array | undefined => {
      if (value instanceof Uint8Array) return value
      if (typeof value !== 'object' || value === null) return undefined
      return Object.values(value)
        .map(find)
        .find((found) => found !== undefined)
    }
    window.addEventListener('message', async ({ data }: MessageEvent<unknown>) => {
      const bytes = JSON.stringify(data)?.includes('"placeResult"') ? find(data) : undefined
      if (!bytes) return
      const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))
      ids.push([...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join(''))
    })
  })
}

const placedIds = ({ page }: OpenPlayground): Promise<string[]> =>
  page.evaluate(() => {
    const ids: unknown = Reflect.get(window, 'placedIds')
    return Array.isArray(ids) ? ids.map(String) : []
  })

const clientOf = ({ proxy }: OpenPlayground) => createProxyClient({ baseUrl: proxy.url, token: proxy.token })

export async function newestJob(open: OpenPlayground): Promise<Job> {
  const [job] = await clientOf(open).listJobs({ limit: 1 })
  return job ?? expect.fail('no job')
}

/** The bytes of the picture that was placed last, which is this result of the newest job. */
export async function placedBytes(open: OpenPlayground, job: Job, index = 0): Promise<Uint8Array> {
  const id = job.results[index]?.image.id ?? expect.fail('no result')
  await expect.poll(async () => (await placedIds(open)).at(-1)).toBe(id)
  return clientOf(open).image(id)
}

/** Pixels of the original that differ in the picture placed last: protected ones, and others. */
export async function changedByPlacing(open: OpenPlayground): Promise<{ outside: number; inside: number }> {
  const job = await newestJob(open)
  const edit = job.brief.edit ?? expect.fail('no edit')
  const client = clientOf(open)
  return changedPixels({
    original: await client.image(edit.original.imageId),
    result: await placedBytes(open, job),
    mask: edit.mask && (await client.image(edit.mask.imageId)),
    at: edit.at,
  })
}

/** The same of the picture as the model made it, which was placed last. */
export async function rawChanges(open: OpenPlayground): Promise<{ outside: number; inside: number }> {
  const job = await newestJob(open)
  const edit = job.brief.edit ?? expect.fail('no edit')
  const client = clientOf(open)
  const result = await client.rawResult(job.id, 0)
  const digest = createHash('sha256').update(result).digest('hex')
  await expect.poll(async () => (await placedIds(open)).at(-1)).toBe(digest)
  return changedPixels({
    original: await client.image(edit.original.imageId),
    result,
    mask: edit.mask && (await client.image(edit.mask.imageId)),
  })
}
