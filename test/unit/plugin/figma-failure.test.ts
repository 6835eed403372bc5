import { expect, test } from 'vitest'
import { AppError } from '#domain/app-error.ts'
import { figmaFailure } from '#plugin/canvas/figma-failure.ts'

test.each([
  ['in set_fills: Cannot write to internal and read-only nodes', 'file_read_only'],
  ['in get_fills: The node with id "1:445" does not exist', 'node_removed'],
  ['The node (instance sublayer or table cell) with id "I1:2;3" does not exist', 'node_removed'],
  ['in set_fills: This property cannot be overriden on an instance', 'fill_not_overridable'],
  ['in insertChild: Cannot move node. New parent is an instance or is inside of an instance', 'node_inside_instance'],
  ['in createImage: Image is too large', 'figma_image_too_large'],
  ['in createImage: Image type is unsupported', 'figma_image_refused'],
  ['Failed to export node. This node may not have any visible layers.', 'nothing_visible'],
  ['in setAsync: Quota exceeded', 'storage_full'],
  ['in set_opacity: Expected "opacity" to have type number but got string instead', 'canvas_failed'],
])('%s', (text, code) => {
  expect(figmaFailure(new Error(text))).toMatchObject({ code })
  expect(figmaFailure(text)).toMatchObject({ code })
})

test('the sentence names the layer', () => {
  expect(figmaFailure('Failed to export node. This node may not have any visible layers.', 'Hero')).toMatchObject({
    message: expect.stringContaining('“Hero”'),
  })
})

test('the reason Figma gives is passed on, cut to size', () => {
  expect(figmaFailure(new Error(`in group: ${'x'.repeat(500)}`))).toMatchObject({
    failure: { code: 'canvas_failed', details: { reason: expect.stringMatching(/^in group: x{190}$/) } },
  })
})

test('failures pass through; mistakes of our own stay what they are', () => {
  const failure = new AppError('fill_missing')
  expect(figmaFailure(failure)).toBe(failure)
  for (const mistake of [
    new TypeError('undefined is not a function'),
    new RangeError('Maximum call stack size exceeded'),
  ])
    expect(figmaFailure(mistake)).toBe(mistake)
})
