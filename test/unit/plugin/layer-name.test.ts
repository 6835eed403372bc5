import { expect, test } from 'vitest'
import { layerName } from '#plugin/canvas/layer-name.ts'

test.each([
  ['a lamp', 'Framewright · a lamp'],
  ['  a lamp\non   walnut ', 'Framewright · a lamp on walnut'],
  ['one two three four five six seven', 'Framewright · one two three four five six'],
  ['', 'Framewright'],
])('%j', (idea, name) => {
  expect(layerName(idea)).toBe(name)
})

test('one endless word is cut', () => {
  expect(layerName('x'.repeat(1000))).toHaveLength('Framewright · '.length + 48)
})
