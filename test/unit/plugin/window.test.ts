import { expect, test } from 'vitest'
import type { HostEvent } from '#playground/figma/simulated-figma.ts'
import { notify } from '#plugin/notify.ts'
import { resizeWindow } from '#plugin/resize-window.ts'
import { openCanvas } from './open-canvas.ts'

async function eventsOf(act: () => void): Promise<HostEvent[]> {
  const { api, host } = await openCanvas()
  const events: HostEvent[] = []
  api.showUI('<p>window</p>')
  host.subscribe((event) => events.push(event))
  act()
  return events
}

test('a message is shown, an error as an error', async () => {
  const events = await eventsOf(() => notify({ message: 'Placed.', error: true }))
  expect(events).toMatchObject([{ type: 'notified', message: 'Placed.', error: true }])
})

test('a long message ends in dots instead of in mid-word', async () => {
  const [event] = await eventsOf(() => notify({ message: 'word '.repeat(50), error: false }))
  expect(event).toMatchObject({ message: expect.stringMatching(/^(word )+word…$/) })
  expect(event?.type === 'notified' && event.message.length).toBeLessThanOrEqual(100)
})

test.each([
  [500.4, 700, { width: 500, height: 700 }],
  [10, -5, { width: 320, height: 320 }],
  [1e9, 1e9, { width: 1200, height: 1600 }],
])('the window is sized within limits: %d × %d', async (width, height, size) => {
  expect(await eventsOf(() => resizeWindow({ width, height }))).toMatchObject([{ type: 'uiResized', ...size }])
})
