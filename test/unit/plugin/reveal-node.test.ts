import { expect, test } from 'vitest'
import { revealNode } from '#plugin/reveal-node.ts'
import { openCanvas } from './open-canvas.ts'

test('a layer on another page is gone to, selected and in view', async () => {
  const { host } = await openCanvas()
  host.setViewport({ center: { x: 9000, y: 9000 } })
  await revealNode({ nodeId: '2:1' })
  expect(host.currentPageId).toBe('0:2')
  expect(host.selection).toEqual(['2:1'])
  expect(host.viewport.center).toEqual({ x: 50, y: 50 })
})

test('a layer that is gone', async () => {
  await openCanvas()
  await expect(revealNode({ nodeId: '9:9' })).rejects.toMatchObject({ code: 'node_removed' })
})
