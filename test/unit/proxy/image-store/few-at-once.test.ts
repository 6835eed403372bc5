import { expect, test } from 'vitest'
import { fewAtOnce } from '#proxy/image-store/few-at-once.ts'

test('no more than so many run at once, all run in the end, and one that fails gives its place back', async () => {
  const run = fewAtOnce(2)
  let running = 0
  let most = 0
  const results = await Promise.allSettled(
    Array.from({ length: 20 }, (_, index) =>
      run(async () => {
        running += 1
        most = Math.max(most, running)
        await new Promise((resolve) => setImmediate(resolve))
        running -= 1
        if (index % 3 === 0) throw new Error(String(index))
        return index
      }),
    ),
  )
  expect(most).toBe(2)
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(13)
  expect(await run(async () => 'after')).toBe('after')
})
