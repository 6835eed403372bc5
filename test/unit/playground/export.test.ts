import { describe, expect, test } from 'vitest'
import type { SceneNode } from '#playground/figma/scene.ts'
import { openScene } from '#support/open-scene.ts'
import { pixelsOf } from './pixels.ts'
import { blue, green, red, sceneOf } from './small-scene.ts'

const shadow: Effect = {
  type: 'DROP_SHADOW',
  visible: true,
  radius: 10,
  offset: { x: 0, y: 4 },
  color: { r: 0, g: 0, b: 0, a: 1 },
  blendMode: 'NORMAL',
}
const box: SceneNode = { id: '1:5', type: 'RECTANGLE', name: 'Box', x: 20, y: 10, width: 100, height: 50, fills: [red] }

async function open(...children: readonly SceneNode[]) {
  const { api, host } = await openScene(sceneOf(...children))
  const exportOf = async (id: string, settings?: ExportSettingsImage) => {
    const node = await api.getNodeByIdAsync(id)
    if (node?.type === 'DOCUMENT' || !node) throw new Error('not exportable')
    return node.exportAsync(settings)
  }
  return { api, host, exportOf }
}

describe('exportAsync', () => {
  test('follows the constraint', async () => {
    const { exportOf } = await open(box)
    const sizes = await Promise.all(
      [
        { type: 'SCALE', value: 2 } as const,
        { type: 'WIDTH', value: 50 } as const,
        { type: 'HEIGHT', value: 10 } as const,
      ].map(async (constraint) => {
        const { width, height } = await pixelsOf(await exportOf('1:5', { format: 'PNG', constraint }))
        return [width, height]
      }),
    )
    expect(sizes).toEqual([
      [200, 100],
      [50, 25],
      [20, 10],
    ])
  })

  test('draws shadows outside the box, unless it is told to keep to the box', async () => {
    const { exportOf } = await open({ ...box, effects: [shadow] })
    const whole = await pixelsOf(await exportOf('1:5', { format: 'PNG' }))
    expect([whole.width, whole.height]).toEqual([120, 70])
    expect(whole.at(60, 66)[3]).toBeGreaterThan(0)
    const exact = await pixelsOf(await exportOf('1:5', { format: 'PNG', useAbsoluteBounds: true }))
    expect([exact.width, exact.height]).toEqual([100, 50])
    expect(exact.at(50, 25)).toEqual([255, 0, 0, 255])
  })

  test('leaves out what lies over the node, or takes it along', async () => {
    const over: SceneNode = { ...box, id: '1:6', name: 'Over', x: 70, fills: [blue] }
    const { exportOf } = await open(box, over)
    const alone = await pixelsOf(await exportOf('1:5', { format: 'PNG' }))
    expect(alone.at(90, 25)).toEqual([255, 0, 0, 255])
    const all = await pixelsOf(await exportOf('1:5', { format: 'PNG', contentsOnly: false }))
    expect(all.at(90, 25)).toEqual([0, 0, 255, 255])
  })

  test('JPG is white where PNG is clear', async () => {
    const { exportOf } = await open({ ...box, type: 'ELLIPSE' })
    const png = await pixelsOf(await exportOf('1:5', { format: 'PNG' }))
    expect(png.at(0, 0)[3]).toBe(0)
    const jpg = await exportOf('1:5', { format: 'JPG' })
    expect([...jpg.slice(0, 2)]).toEqual([0xff, 0xd8])
    for (const channel of (await pixelsOf(jpg)).at(0, 0)) expect(channel).toBeGreaterThan(250)
  })

  test('rejects with a plain string when nothing is visible', async () => {
    const hidden: SceneNode = { type: 'FRAME', name: 'Hidden', visible: false, children: [{ ...box, id: '1:7' }] }
    const { exportOf } = await open({ ...box, visible: false }, { ...box, id: '1:6', fills: [] }, hidden)
    const text = 'Failed to export node. This node may not have any visible layers.'
    for (const id of ['1:5', '1:6', '1:7']) await expect(exportOf(id)).rejects.toBe(text)
  })

  test('a node removed while the export is under way rejects', async () => {
    const { api, host } = await open(box)
    const exporting = api.currentPage.children[0]?.exportAsync()
    host.remove('1:5')
    await expect(exporting).rejects.toThrow('in exportAsync: The node with id "1:5" does not exist')
  })

  test('a turned frame is exported as it stands on the canvas', async () => {
    const frame: SceneNode = {
      ...box,
      type: 'FRAME',
      rotation: 90,
      children: [{ ...box, id: '1:6', x: 0, y: 0, width: 10, fills: [green] }],
    }
    const { exportOf, api } = await open(frame)
    const picture = await pixelsOf(await exportOf('1:5', { format: 'PNG' }))
    expect([picture.width, picture.height]).toEqual([50, 100])
    expect(picture.at(25, 95)).toEqual([0, 255, 0, 255])
    expect(picture.at(25, 5)).toEqual([255, 0, 0, 255])
    const node = await api.getNodeByIdAsync('1:5')
    expect(node?.type === 'FRAME' && node.absoluteBoundingBox).toEqual({ x: 20, y: -90, width: 50, height: 100 })
  })
})
