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

test('what is urgent is next, in the order it came; the rest keeps its order too', async () => {
  const run = fewAtOnce(1)
  const done: string[] = []
  const add = (name: string, isUrgent: boolean) => run(async () => void done.push(name), isUrgent)
  await Promise.all([
    add('first', false),
    add('look 1', false),
    add('look 2', false),
    add('job 1', true),
    add('job 2', true),
  ])
  expect(done).toEqual(['first', 'job 1', 'job 2', 'look 1', 'look 2'])
})
