import { expect, test } from 'vitest'
import { withinTime } from '#plugin/canvas/within-time.ts'

test('a promise in time passes through, kept or broken', async () => {
  expect(await withinTime(Promise.resolve(7), 1000)).toBe(7)
  await expect(withinTime(Promise.reject('text'), 1000)).rejects.toBe('text')
})

test('a promise that never settles is given up', async () => {
  await expect(withinTime(new Promise(() => undefined), 5)).rejects.toMatchObject({ code: 'figma_image_slow' })
})
