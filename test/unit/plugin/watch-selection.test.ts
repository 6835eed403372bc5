import { expect, test, vi } from 'vitest'
import type { Selection } from '#contract/plugin-wire.ts'
import { watchSelection } from '#plugin/watch-selection.ts'
import { openCanvas } from './open-canvas.ts'

async function watching() {
  const canvas = await openCanvas()
  const told: Selection[] = []
  canvas.api.showUI('<p>window</p>')
  watchSelection(async (selection) => told.push(selection))
  const asked = async () => {
    canvas.host.sendToMain('hello')
    await canvas.host.idle()
  }
  const last = () => told.at(-1)?.nodes.map(({ id }) => id)
  return { ...canvas, told, asked, last }
}

test('what is selected is told, many changes in a row once', async () => {
  const { host, told, asked, last } = await watching()
  await asked()
  host.select(['1:1'])
  host.select(['1:11'])
  host.select(['1:12'])
  await vi.waitFor(() => expect(last()).toEqual(['1:12']))
  expect(told).toHaveLength(1)
  host.select([])
  await vi.waitFor(() => expect(last()).toEqual([]))
  expect(told).toHaveLength(2)
})

test('nothing is told before the window has asked something', async () => {
  const { host, told, asked, last } = await watching()
  host.select(['1:1'])
  await host.idle()
  await asked()
  host.select(['1:11'])
  await vi.waitFor(() => expect(last()).toEqual(['1:11']))
  expect(told).toHaveLength(1)
})

test('another page is told, and what is selected there', async () => {
  const { host, told, asked } = await watching()
  await asked()
  host.setCurrentPage('0:2')
  await vi.waitFor(() => expect(told.at(-1)).toMatchObject({ pageId: '0:2', nodes: [] }))
  host.select(['2:1'])
  await vi.waitFor(() => expect(told.at(-1)?.nodes[0]?.name).toBe('Elsewhere'))
})

test('a selected layer that changes is told, another is not', async () => {
  const { host, told, asked, last } = await watching()
  host.select(['1:1'])
  await asked()
  host.rename('1:11', 'Not selected')
  await host.idle()
  host.rename('1:1', 'Hero, renamed')
  await vi.waitFor(() => expect(told.at(-1)?.nodes[0]?.name).toBe('Hero, renamed'))
  expect(told).toHaveLength(1)
  expect(last()).toEqual(['1:1'])
})

test('a layer that changes on the page gone to is told', async () => {
  const { host, told, asked } = await watching()
  await asked()
  host.setCurrentPage('0:2')
  host.select(['2:1'])
  await vi.waitFor(() => expect(told.at(-1)?.nodes[0]?.name).toBe('Elsewhere'))
  host.rename('2:1', 'Renamed')
  await vi.waitFor(() => expect(told.at(-1)?.nodes[0]?.name).toBe('Renamed'))
})
