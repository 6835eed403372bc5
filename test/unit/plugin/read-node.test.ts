import { expect, test } from 'vitest'
import { readNode } from '#plugin/read-node.ts'
import { openCanvas } from './open-canvas.ts'

test('a layer by its id, on any page', async () => {
  await openCanvas()
  expect(await readNode({ nodeId: '2:1' })).toMatchObject({ id: '2:1', name: 'Elsewhere', width: 100 })
})

test('null when there is none, when it was deleted, and for a page', async () => {
  const { host } = await openCanvas()
  expect(await readNode({ nodeId: '9:9' })).toBeNull()
  expect(await readNode({ nodeId: '0:1' })).toBeNull()
  host.remove('1:1')
  expect(await readNode({ nodeId: '1:1' })).toBeNull()
})
