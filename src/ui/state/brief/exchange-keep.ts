import { VERBS, type Verb } from '#domain/edits/verb.ts'

/** The keep lines a verb brings along; null is no verb at all. */
const defaultsOf = (verb: Verb | null): readonly string[] => (verb ? VERBS[verb].keep : [])

/**
 * Keep lines for another verb: lines the old verb brought along make way for those of the new one, unless the designer had
 * taken them out; the designer’s own lines stay.
 */
export function exchangeKeep(keep: readonly string[], from: Verb | null, to: Verb | null): string[] {
  const old = defaultsOf(from)
  const refused = old.filter((line) => !keep.includes(line))
  const own = keep.filter((line) => !old.includes(line))
  return [...defaultsOf(to).filter((line) => !refused.includes(line) && !own.includes(line)), ...own]
}
