import { describe, expect, test } from 'vitest'
import { parseFrame } from '#cli/parse-frame.ts'
import { parseReference } from '#cli/parse-reference.ts'
import { parseTarget } from '#cli/parse-target.ts'
import { UsageError } from '#cli/usage-error.ts'

describe('parseFrame', () => {
  test.each([
    ['1440x900', 1440, 900],
    ['1440×900', 1440, 900],
    ['375.5X812', 375.5, 812],
  ])('reads %s', (text, width, height) => {
    expect(parseFrame(text)).toMatchObject({ width, height })
  })

  test.each([undefined, '', '1440', 'x900', '-1x5', '1e9x2', 'NaNxNaN'])('refuses %s', (text) => {
    expect(() => parseFrame(text)).toThrow(UsageError)
  })
})

describe('parseReference', () => {
  test.each([
    ['lamp.png:style', 'lamp.png', 'style'],
    ['lamp.png', 'lamp.png', 'subject'],
    ['a:b.png:logo', 'a:b.png', 'logo'],
  ])('reads %s', (text, path, role) => {
    expect(parseReference(text)).toEqual({ path, role })
  })

  test('names the roles when it does not know one', () => {
    expect(() => parseReference('lamp.png:hero')).toThrow(/Roles: subject, style/)
  })
})

describe('parseTarget', () => {
  test.each([
    [{}, { kind: 'scale', scale: 1 }],
    [{ scale: '3' }, { kind: 'scale', scale: 3 }],
    [{ tier: '2k' }, { kind: 'tier', tier: '2K' }],
  ])('reads %j', (options, target) => {
    expect(parseTarget(options)).toEqual(target)
  })

  test.each([{ scale: '4' }, { tier: '8K' }, { scale: '1', tier: '1K' }])('refuses %j', (options) => {
    expect(() => parseTarget(options)).toThrow(UsageError)
  })
})
