import fc from 'fast-check'
import { expect, test } from 'vitest'
import { VERBS, type Verb, verbSchema } from '#domain/edits/verb.ts'
import { exchangeKeep } from '#ui/state/brief/exchange-keep.ts'

const verb = fc.constantFrom<Verb | null>(null, ...verbSchema.options)
const defaults = (of: Verb | null): readonly string[] => (of ? VERBS[of].keep : [])

test('untouched lines make way for those of the new verb', () => {
  fc.assert(
    fc.property(verb, verb, (from, to) => {
      expect(exchangeKeep(defaults(from), from, to)).toEqual(defaults(to))
    }),
  )
})

test('own lines stay, in their order, whatever verbs come and go', () => {
  const own = ['the logo on the cup', '', 'the logo on the cup']
  fc.assert(
    fc.property(fc.array(verb, { maxLength: 6 }), (verbs) => {
      let keep = [...defaults('change'), ...own]
      let from: Verb | null = 'change'
      for (const to of verbs) {
        keep = exchangeKeep(keep, from, to)
        from = to
      }
      expect(keep.slice(-own.length)).toEqual(own)
    }),
  )
})

test('a line that was taken out does not come back with a verb that has it too', () => {
  const [first, ...rest] = VERBS.change.keep
  expect(exchangeKeep(rest, 'change', 'replace')).not.toContain(first)
  expect(exchangeKeep(rest, 'change', 'replace')).toEqual(VERBS.replace.keep.filter((line) => line !== first))
})

test('a line that was rewritten is the designer’s own', () => {
  expect(exchangeKeep(['only the layout', ...VERBS.change.keep.slice(1)], 'change', null)).toEqual(['only the layout'])
})
