import { expect, test } from 'vitest'
import { createBell } from '#proxy/jobs/bell.ts'

const AN_HOUR = 3_600_000

test('a ring wakes everyone who waits, once', async () => {
  const bell = createBell()
  const both = Promise.all([bell.next(AN_HOUR), bell.next(AN_HOUR)])
  bell.ring()
  await both
  const later = Promise.race([bell.next(AN_HOUR).then(() => 'rung'), Promise.resolve('still waiting')])
  expect(await later).toBe('still waiting')
})

test('waiting ends by itself, and at once when it is aborted', async () => {
  const bell = createBell()
  const abort = new AbortController()
  const waiting = bell.next(AN_HOUR, abort.signal)
  abort.abort()
  await waiting
  await bell.next(AN_HOUR, abort.signal)
  const start = performance.now()
  const keptAlive = setTimeout(() => {}, 1_000)
  await bell.next(20)
  clearTimeout(keptAlive)
  expect(performance.now() - start).toBeGreaterThanOrEqual(19)
})
