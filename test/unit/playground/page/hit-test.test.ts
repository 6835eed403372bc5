import { expect, test } from 'vitest'
import type { NodeModel } from '#playground/figma/node-model.ts'
import type { Scene } from '#playground/figma/scene.ts'
import { clicked, doubleClicked, hitPath } from '#playground/page/hit-test.ts'
import { openScene } from '#support/open-scene.ts'

const scene: Scene = {
  name: 'Hits',
  pages: [
    {
      name: 'Page',
      children: [
        {
          type: 'SECTION',
          name: 'section',
          width: 400,
          height: 400,
          children: [
            {
              type: 'FRAME',
              name: 'outer',
              x: 100,
              y: 100,
              width: 200,
              height: 200,
              children: [
                { type: 'RECTANGLE', name: 'below', x: 20, y: 20, width: 100, height: 100 },
                { type: 'RECTANGLE', name: 'above', x: 20, y: 20, width: 50, height: 50 },
                { type: 'RECTANGLE', name: 'cut off', x: 190, y: 20, width: 100, height: 20 },
                { type: 'RECTANGLE', name: 'hidden', x: 150, y: 150, width: 50, height: 50, visible: false },
              ],
            },
          ],
        },
        { type: 'RECTANGLE', name: 'turned', x: 600, y: 100, width: 100, height: 20, rotation: 90 },
        { type: 'RECTANGLE', name: 'locked', x: 600, y: 300, width: 100, height: 100, locked: true },
      ],
    },
  ],
}

async function openHits() {
  const { host } = await openScene(scene)
  const page = host.document.node(host.currentPageId)
  if (!page) throw new Error('no page')
  return (x: number, y: number): NodeModel[] => hitPath(host.document, page, { x, y })
}

const names = (path: readonly NodeModel[]) => path.map((node) => node.name)
const idOf = (path: readonly NodeModel[], name: string) => new Set([path.find((node) => node.name === name)?.id ?? ''])
const none = new Set<string>()

test('finds what is drawn on top, from the outside in', async () => {
  const at = await openHits()
  expect(names(at(130, 130))).toEqual(['section', 'outer', 'above'])
  expect(names(at(200, 200))).toEqual(['section', 'outer', 'below'])
  expect(names(at(50, 50))).toEqual(['section'])
  expect(at(500, 500)).toEqual([])
})

test('misses what is hidden, locked or clipped away, and follows rotation', async () => {
  const at = await openHits()
  expect(names(at(275, 275))).toEqual(['section', 'outer'])
  expect(at(650, 350)).toEqual([])
  expect(names(at(320, 130))).toEqual(['section'])
  expect(names(at(610, 50))).toEqual(['turned'])
  expect(at(650, 110)).toEqual([])
})

test('a click takes the outermost frame, even in a section; a double click goes one step in', async () => {
  const at = await openHits()
  const path = at(130, 130)
  expect(clicked(path, none, none)?.name).toBe('outer')
  expect(clicked(at(50, 50), none, none)?.name).toBe('section')
  expect(doubleClicked(path, idOf(path, 'outer'))?.name).toBe('above')
  expect(doubleClicked(path, idOf(path, 'above'))?.name).toBe('above')
})

test('a click stays at the depth of the selection', async () => {
  const at = await openHits()
  const siblings = new Set(
    at(200, 200)
      .slice(-1)
      .concat(at(130, 130).slice(-1))
      .map((node) => node.id),
  )
  expect(clicked(at(200, 200), idOf(at(130, 130), 'above'), siblings)?.name).toBe('below')
})
