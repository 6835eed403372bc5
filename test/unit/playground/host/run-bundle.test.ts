import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Scene } from '#playground/figma/scene.ts'
import { type Lane, runBundle } from '#support/run-bundle.ts'

const scene: Scene = {
  name: 'Bundle',
  pages: [{ name: 'Page', children: [{ type: 'FRAME', id: '1:2', name: 'Hero', width: 320, height: 200 }] }],
}

async function run(lane: Lane, code: string) {
  const bundle = await runBundle({ lane, scene, code, html: '<p>ui</p>' })
  onTestFinished(() => bundle.close())
  return bundle
}

describe.each(['quickjs', 'vm'] as const)('a bundle in the simulated Figma, in %s', (lane) => {
  test('shows its UI, hears the selection and answers messages', async () => {
    const { figma, fromMain, toMain, unhandled } = await run(
      lane,
      `figma.showUI(__html__, { width: 300, height: 200 })
       figma.on('selectionchange', () => {
         figma.ui.postMessage(figma.currentPage.selection.map((node) => [node.name, node.width, 'fills' in node]))
       })
       figma.ui.onmessage = async ({ id }) => {
         const node = await figma.getNodeByIdAsync(id)
         const bytes = await node.exportAsync({ format: 'PNG' })
         figma.ui.postMessage({ same: node === figma.currentPage.selection[0], bytes })
       }`,
    )
    figma.host.select(['1:2'])
    await figma.host.idle()
    expect(fromMain).toEqual([[['Hero', 320, true]]])
    toMain({ id: '1:2' })
    await vi.waitUntil(() => fromMain.length > 1)
    expect(fromMain[1]).toMatchObject({ same: true, bytes: expect.any(Uint8Array) })
    expect(unhandled).toEqual([])
  })

  test("hears Figma's own errors", async () => {
    const { fromMain, figma } = await run(
      lane,
      `figma.showUI(__html__)
       try { figma.getNodeById('1:2') } catch (error) { figma.ui.postMessage(error.message) }
       try { figma.ui.postMessage(figma.mixed) } catch (error) { figma.ui.postMessage(error.message) }
       figma.getNodeByIdAsync('1:2').then(async (node) => {
         node.visible = false
         try { await node.exportAsync() } catch (error) { figma.ui.postMessage({ type: typeof error, error }) }
       })`,
    )
    await vi.waitUntil(() => fromMain.length === 3)
    await figma.host.idle()
    expect(fromMain).toEqual([
      expect.stringContaining('Cannot call with documentAccess: dynamic-page'),
      'in postMessage: Cannot unwrap symbol',
      { type: 'string', error: 'Failed to export node. This node may not have any visible layers.' },
    ])
  })

  test('ends with closePlugin', async () => {
    const { figma, console, toMain } = await run(
      lane,
      `figma.showUI(__html__)
       figma.ui.onmessage = () => console.log('heard')
       figma.closePlugin()`,
    )
    toMain('anyone there?')
    await figma.host.idle()
    expect(console).toEqual([])
  })
})

test('the V8 lane sees rejections nobody handled', async () => {
  const { unhandled } = await run('vm', `Promise.reject(new Error('lost'))`)
  await vi.waitUntil(() => unhandled.length > 0)
  expect(String(unhandled[0])).toContain('lost')
})
