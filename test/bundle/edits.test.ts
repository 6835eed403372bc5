import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Provenance } from '#domain/provenance.ts'
import { resultPng } from './hero-scene.ts'
import { openPlugin } from './open-plugin.ts'

type Plugin = Awaited<ReturnType<typeof openPlugin>>

const provenance: Provenance = {
  version: 2,
  mode: 'edit',
  raw: false,
  originalId: 'c'.repeat(64),
  keep: ['the shade'],
  changedOutside: 0,
  jobId: 'job-1',
  imageId: 'b'.repeat(64),
  resultIndex: 0,
  model: 'gpt-image-2',
  engine: 'offline',
  simulated: true,
  idea: 'a brass lamp',
  size: { width: 2000, height: 1000 },
  placedAt: '2026-11-21T10:00:00.000Z',
}
const rejected = { verdict: 'rejected', note: 'too bright', by: 'Ada', at: '2026-11-21T12:00:00.000Z' } as const

describe.each(['quickjs', 'vm'] as const)('edits in the built plugin in %s', (lane) => {
  let plugin: Plugin

  beforeEach(async () => {
    plugin = await openPlugin(lane)
  })
  afterEach(() => {
    plugin.close()
    expect(plugin.unhandled).toEqual([])
    expect(plugin.console).toEqual([])
  })

  test('an original is replaced by its edit, reviewed, and comes back when that is rejected', async () => {
    const { figma, main } = plugin
    const fills = () => figma.host.document.node('1:3')?.fills
    const { fill } = await main.exportImage({ nodeId: '1:3', how: 'original' })
    const before = fills()
    expect(fill).toMatchObject({ nodeId: '1:3', index: 0 })
    await main.placeResult({ nodeId: '1:3', placement: 'replace', bytes: resultPng, provenance, fill })
    expect(fills()).toMatchObject([{ scaleMode: 'FILL' }])
    expect(fills()).not.toMatchObject([{ imageHash: fill?.imageHash }])
    await main.review({ nodeId: '1:3', review: { ...rejected, verdict: 'noted' } })
    await main.review({ nodeId: '1:3', review: rejected })
    expect(fills()).toMatchObject(before ?? [])
    expect(await main.readNode({ nodeId: '1:3' })).toMatchObject({ review: rejected, rejected, provenance: null })
    for (const _ of ['rejected', 'noted', 'placed']) expect(figma.host.undo()).toBe(true)
    expect(figma.host.undo()).toBe(false)
  })

  test('a layer over a picture is exported as a mask; a frame’s layers are read', async () => {
    const { main } = plugin
    const picture = { nodeId: '1:1', fill: null, width: 1600, height: 800 }
    const { bytes, name, toPicture } = await main.exportMask({ nodeId: '1:2', picture })
    expect(name).toBe('Headline')
    expect(Buffer.from(bytes.slice(1, 4)).toString()).toBe('PNG')
    expect(toPicture[0]).toBeCloseTo(0.5, 2)
    const { layers } = await main.readFrame({ nodeId: '1:1' })
    expect(layers).toMatchObject([{ id: '1:2', text: 'Light', box: { x: 0, y: 0, width: 0.25, height: 0.1 } }])
  })

  test('what cannot be is said in a sentence, and nothing changes', async () => {
    const { figma, main } = plugin
    const before = figma.host.document.node('1:3')
    const fill = { nodeId: '1:3', index: 0, imageHash: 'f'.repeat(40) }
    const replacing = main.placeResult({ nodeId: '1:3', placement: 'replace', bytes: resultPng, provenance, fill })
    await expect(replacing).rejects.toMatchObject({
      code: 'image_replaced',
      message: expect.stringContaining('“Lamp” was replaced meanwhile'),
    })
    const masking = main.exportMask({ nodeId: '9:9', picture: { nodeId: '1:3', fill: null, width: 320, height: 200 } })
    await expect(masking).rejects.toMatchObject({ code: 'mask_layer_removed' })
    await expect(main.review({ nodeId: '1:3', review: rejected })).rejects.toMatchObject({ code: 'review_nothing' })
    expect(figma.host.document.node('1:3')).toEqual(before)
  })
})
