import { expect, test, vi } from 'vitest'
import type { HostEvent } from '#playground/figma/simulated-figma.ts'
import { figmaChannel } from '#plugin/figma-channel.ts'
import { openCanvas } from './open-canvas.ts'

const question = { t: 'q', i: 'ask-1', m: 'answer', a: ['getSelection', {}] }

async function openChannel(listener: (message: unknown) => void) {
  const canvas = await openCanvas()
  const events: HostEvent[] = []
  canvas.host.subscribe((event) => events.push(event))
  canvas.api.showUI('<p>window</p>')
  const channel = figmaChannel()
  channel.on(listener)
  return { ...canvas, channel, events }
}

test('messages go both ways; what is not of the wire is left alone', async () => {
  const heard: unknown[] = []
  const { host, channel, events } = await openChannel((message) => heard.push(message))
  for (const message of [null, 'hello', ['EVENT'], { t: 'q', m: 'other', a: [] }, question]) host.sendToMain(message)
  channel.post({ t: 's', i: '1', r: 2 })
  await host.idle()
  expect(heard).toEqual([question])
  expect(events).toContainEqual({ type: 'uiMessage', pluginMessage: { t: 's', i: '1', r: 2 } })
})

test('an answer that cannot be sent is told to the person', async () => {
  const { host, channel, events } = await openChannel(async () => channel.post(Symbol('no message')))
  host.sendToMain(question)
  await vi.waitFor(() => expect(events).toContainEqual(expect.objectContaining({ type: 'notified', error: true })))
})

test('a plugin closed in mid-answer ends quietly', async () => {
  let closed = false
  const { api, host, channel, events } = await openChannel(async () => {
    api.closePlugin()
    closed = true
    channel.post('too late')
  })
  host.sendToMain(question)
  await vi.waitFor(() => expect(closed).toBe(true))
  await host.idle()
  expect(events.map(({ type }) => type)).not.toContain('notified')
})
