import { imageSize } from 'image-size'
import { describe, expect, test } from 'vitest'
import type { NodeModel } from '#playground/figma/node-model.ts'
import type { FigmaHost, SimulatedFigma } from '#playground/figma/simulated-figma.ts'
import { chooseDocument, sampleDocuments } from '#playground/scenes/scene-list.ts'
import { openScene } from '#support/open-scene.ts'

const opened = new Map<string, Promise<SimulatedFigma>>()

/** Each document is opened once: these tests only look. */
async function open(key: string): Promise<FigmaHost> {
  const figma = opened.get(key) ?? openScene(chooseDocument(key).document)
  opened.set(key, figma)
  return (await figma).host
}

function allNodes(host: FigmaHost): NodeModel[] {
  const within = (node: NodeModel): NodeModel[] => [node, ...host.document.children(node).flatMap(within)]
  return host.pageIds.flatMap((id) => {
    const page = host.document.node(id)
    return page ? within(page) : []
  })
}

const imageFills = (node: NodeModel) => node.fills.filter((fill): fill is ImagePaint => fill.type === 'IMAGE')

describe.each(sampleDocuments)('the sample document $key', ({ key }) => {
  test('opens with every picture it names and draws its first layer at its size', { timeout: 60_000 }, async () => {
    const host = await open(key)
    const page = host.document.node(host.currentPageId)
    const first = host.document.node(page?.childIds[0] ?? '')
    const settings = { format: 'PNG', useAbsoluteBounds: true, constraint: { type: 'SCALE', value: 0.25 } } as const
    const { width, height } = imageSize(await host.exportNode(first?.id ?? '', settings))
    expect([width, height]).toEqual([Math.round((first?.width ?? 0) / 4), Math.round((first?.height ?? 0) / 4)])
    for (const fill of allNodes(host).flatMap(imageFills)) {
      expect(fill.imageHash, 'an image fill without a picture').not.toBeNull()
      expect(host.image(fill.imageHash ?? ''), `picture ${fill.imageHash}`).toBeDefined()
    }
  })

  test('keeps its texts inside their frames', async () => {
    const host = await open(key)
    for (const node of allNodes(host).filter((it) => it.type === 'TEXT')) {
      const parent = host.document.node(node.parentId ?? '')
      if (parent?.type !== 'FRAME') continue
      expect(node.x + node.width, `${parent.name} / ${node.name}`).toBeLessThanOrEqual(parent.width)
      expect(node.y, `${parent.name} / ${node.name}`).toBeGreaterThanOrEqual(0)
    }
  })
})

test('an unknown key opens the hero', () => {
  expect(chooseDocument('nothing').key).toBe('hero')
  expect(chooseDocument(null).key).toBe('hero')
})

test('the hero has a live headline and a product photo', async () => {
  const nodes = allNodes(await open('hero'))
  expect(nodes.some((node) => node.name === 'Headline' && node.type === 'TEXT')).toBe(true)
  expect(nodes.find((node) => node.name === 'Product photo')?.fills[0]).toMatchObject({
    type: 'IMAGE',
    scaleMode: 'FILL',
  })
})

test('the campaign has eight different sizes', async () => {
  const host = await open('social')
  const page = host.document.node(host.currentPageId)
  const sizes = page?.childIds.map((id) => host.document.node(id)).map((node) => `${node?.width}×${node?.height}`)
  expect(new Set(sizes).size).toBe(8)
})

test('the awkward file has everything a plugin may stumble over', async () => {
  const nodes = allNodes(await open('awkward'))
  const types = new Set(nodes.map((node) => node.type))
  for (const type of ['INSTANCE', 'COMPONENT_SET', 'SECTION', 'GROUP', 'TEXT', 'STAR', 'LINE'] as const) {
    expect(types, type).toContain(type)
  }
  const modes = new Set(nodes.map((node) => node.layoutMode))
  expect(modes).toEqual(new Set(['NONE', 'HORIZONTAL', 'GRID']))
  expect(nodes.some((node) => node.locked)).toBe(true)
  expect(nodes.some((node) => !node.visible)).toBe(true)
  expect(nodes.some((node) => node.segments !== null)).toBe(true)
  expect(nodes.some((node) => node.rotation === 12)).toBe(true)
  expect(nodes.some((node) => node.width === 1 && node.height === 1)).toBe(true)
  expect(nodes.some((node) => node.width === 4000 && node.height === 200)).toBe(true)
  expect(new Set(nodes.flatMap(imageFills).map((fill) => fill.scaleMode))).toEqual(
    new Set(['FILL', 'FIT', 'TILE', 'CROP']),
  )
})
