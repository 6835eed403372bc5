import { createCanvas } from '@napi-rs/canvas'
import { describe, expect, test } from 'vitest'
import { openScene } from '#support/open-scene.ts'
import { halves, red, sceneOf } from './small-scene.ts'

const scene = sceneOf(
  { id: '1:5', type: 'RECTANGLE', name: 'Picture', fills: [halves()] },
  {
    id: '1:6',
    type: 'TEXT',
    name: 'Two colours',
    characters: 'ab',
    segments: [
      { start: 0, end: 1, fills: [red] },
      { start: 1, end: 2, fills: [] },
    ],
  },
)

/** A GIF header with these sides; enough for `createImage`, which reads no further. */
const gif = (width: number, height: number) =>
  new Uint8Array([
    0x47,
    0x49,
    0x46,
    0x38,
    0x39,
    0x61,
    width & 255,
    width >> 8,
    height & 255,
    height >> 8,
    0,
    0,
    0,
    0x3b,
  ])

const png = async (color: string) => {
  const canvas = createCanvas(4, 3)
  const context = canvas.getContext('2d')
  context.fillStyle = color
  context.fillRect(0, 0, 4, 3)
  return new Uint8Array(await canvas.encode('png'))
}

describe('images', () => {
  test('keep their bytes, and the same bytes have the same hash', async () => {
    const { api } = await openScene(scene)
    const bytes = await png('#0f0')
    const image = api.createImage(bytes)
    expect(image.hash).toMatch(/^[0-9a-f]{40}$/)
    expect(api.createImage(bytes.slice()).hash).toBe(image.hash)
    expect(api.createImage(await png('#0e0')).hash).not.toBe(image.hash)
    expect(await api.getImageByHash(image.hash)?.getBytesAsync()).toEqual(bytes)
    expect(await image.getSizeAsync()).toEqual({ width: 4, height: 3 })
    expect(api.getImageByHash('0'.repeat(40))).toBeNull()
  })

  test('are PNG, JPEG or GIF of at most 4096 pixels a side', async () => {
    const { api } = await openScene(scene)
    const canvas = createCanvas(4, 3)
    expect(api.createImage(new Uint8Array(await canvas.encode('jpeg'))).hash).toBeTruthy()
    expect(api.createImage(gif(4096, 4096)).hash).toBeTruthy()
    expect(() => api.createImage(gif(4097, 10))).toThrow('in createImage: Image is too large')
    const webp = new Uint8Array(await canvas.encode('webp'))
    for (const bytes of [webp, new TextEncoder().encode('not a picture'), new Uint8Array()]) {
      expect(() => api.createImage(bytes)).toThrow('in createImage: Image type is unsupported')
    }
  })

  test('are not loaded from localhost or hosts with a port', async () => {
    const { api } = await openScene(scene, { allowedDomains: ['http://localhost:8787', 'https://a.example:444'] })
    for (const address of ['http://localhost:8787/a.png', 'https://a.example:444/a.png', 'https://b.example/a.png']) {
      await expect(api.createImageAsync(address)).rejects.toThrow(
        `Image URL ${address} does not satisfy the allowedDomains specified in the manifest.json`,
      )
    }
  })
})

describe('paints', () => {
  test('are read as frozen copies', async () => {
    const { api, host } = await openScene(scene)
    const node = api.currentPage.findOne((candidate) => candidate.name === 'Picture')
    if (node?.type !== 'RECTANGLE' || node.fills === api.mixed) throw new Error('no picture')
    const { fills } = node
    expect(Object.isFrozen(fills) && Object.isFrozen(fills[0])).toBe(true)
    expect(node.fills).not.toBe(fills)
    node.fills = [...fills, { type: 'SOLID', color: { r: 0, g: 0, b: 0 } }]
    expect(node.fills[1]).toEqual({
      type: 'SOLID',
      visible: true,
      opacity: 1,
      blendMode: 'NORMAL',
      color: { r: 0, g: 0, b: 0 },
    })
    expect(host.document.node('1:5')?.fills.length).toBe(2)
  })

  test('are checked when they are written, and nothing changes when they are wrong', async () => {
    const { api } = await openScene(scene)
    const node = api.createRectangle()
    const before = node.fills
    const image = { type: 'IMAGE', scaleMode: 'FILL', imageHash: null }
    const wrong: readonly [unknown, string][] = [
      ['red', 'Property "fills" failed validation: Expected array'],
      [
        [{ ...image, scaleMode: 'STRETCH' }],
        "Expected 'FILL' | 'FIT' | 'CROP' | 'TILE', received 'STRETCH' at [0].scaleMode",
      ],
      [[{ ...image, imageHash: 'abc' }], 'No image with hash "abc" at [0].imageHash'],
      [[{ ...image, rotation: 45 }], 'Rotation must be a multiple of 90 at [0].rotation'],
      [[{ ...image, filters: { contrast: 2 } }], 'Number must be between -1 and 1, received 2 at [0].filters.contrast'],
      [[{ ...image, scaleMode: 'CROP', imageTransform: [[1, 0, 0]] }], 'Expected a 2x3 matrix at [0].imageTransform'],
      [[image, { type: 'SOLID', color: { r: 255, g: 0, b: 0 } }], 'received 255 at [1].color.r'],
      [[{ type: 'PLAID' }], "received 'PLAID' at [0].type"],
    ]
    for (const [value, message] of wrong) {
      expect(() => Reflect.set(node, 'fills', value), message).toThrow(message)
      expect(() => Reflect.set(node, 'fills', value)).toThrow('in set_fills: ')
    }
    expect(node.fills).toEqual(before)
    expect(() => Reflect.set(node, 'opacity', 'half')).toThrow(
      'in set_opacity: Expected "opacity" to have type number but got string instead',
    )
  })

  test('of a text can be mixed, until they are all set', async () => {
    const { api } = await openScene(scene)
    const text = api.currentPage.findOne((candidate) => candidate.type === 'TEXT')
    if (text?.type !== 'TEXT') throw new Error('no text')
    expect(text.fills).toBe(api.mixed)
    expect(typeof api.mixed).toBe('symbol')
    expect(text.getRangeFills(0, 1)).toEqual([red])
    text.fills = [red]
    expect(text.fills).toMatchObject([red])
  })

  test('text is written only with its font loaded', async () => {
    const { api } = await openScene(scene)
    const text = api.createText()
    expect(() => {
      text.characters = 'Hello'
    }).toThrow('in set_characters: Cannot write to node with unloaded font "Inter Regular"')
    await api.loadFontAsync({ family: 'Inter', style: 'Regular' })
    text.characters = 'Hello'
    expect(text.characters).toBe('Hello')
    await expect(api.loadFontAsync({ family: 'Comic', style: 'Regular' })).rejects.toThrow('could not be loaded')
  })
})
