import { expect, test } from 'vitest'
import { getSelection } from '#plugin/get-selection.ts'
import { markFile } from '#plugin/mark-file.ts'
import { openCanvas } from './open-canvas.ts'

test('looking at a file leaves no mark; a first mark stays', async () => {
  const { api } = await openCanvas()
  expect(getSelection().fileId).toBeNull()
  expect(api.root.getSharedPluginDataKeys('framewright')).toEqual([])
  expect(markFile({ fileId: 'first' })).toEqual({ fileId: 'first' })
  expect(markFile({ fileId: 'second' })).toEqual({ fileId: 'first' })
  expect(getSelection().fileId).toBe('first')
})

test('undoing what came after the mark does not take it away', async () => {
  const { api, host } = await openCanvas()
  markFile({ fileId: 'first' })
  const hero = await api.getNodeByIdAsync('1:1')
  if (hero?.type !== 'FRAME') throw new Error('no frame')
  hero.resize(10, 10)
  api.commitUndo()
  expect(host.undo()).toBe(true)
  expect(hero.width).toBe(800)
  expect(getSelection().fileId).toBe('first')
})

test('a file that takes no changes gets no mark', async () => {
  const { host } = await openCanvas()
  host.setReadOnly(true)
  expect(markFile({ fileId: 'first' })).toEqual({ fileId: null })
})
