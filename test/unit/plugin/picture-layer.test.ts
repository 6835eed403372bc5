import { expect, test } from 'vitest'
import { pictureLayer } from '#plugin/placing/picture-layer.ts'
import { takePicture } from '#plugin/placing/take-picture.ts'
import { nodeOf, openCanvas } from './open-canvas.ts'
import { result } from './place.ts'

test('a layer that cannot be put where it belongs leaves no trace', async () => {
  const canvas = await openCanvas()
  const picture = { ...(await takePicture(result)), layerName: 'Framewright' }
  const before = nodeOf(canvas, '0:1')
  const instance = await canvas.api.getNodeByIdAsync('1:60')
  if (instance?.type !== 'INSTANCE') throw new Error('no instance')
  const place = () => pictureLayer(picture, { width: 10, height: 10 }, (layer) => instance.appendChild(layer))
  expect(place).toThrow('instance')
  expect(nodeOf(canvas, '0:1')).toEqual(before)
})
