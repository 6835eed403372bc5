import type { SideRules, ThingKind, Things, WireMessage } from './wire.ts'

type Tagged = readonly [tag: string, ...rest: unknown[]]

/** Messages into values. Runs on both sides of the wall from its source text: nothing but ES built-ins. */
export function createDecoder(things: Things, rules: SideRules): (message: WireMessage) => unknown {
  const errors: Record<string, ErrorConstructor> = { TypeError, RangeError, SyntaxError, ReferenceError }
  const standIn = (id: number, kind: ThingKind, note: string) => {
    const known = things.get('theirs', id)
    if (known !== undefined) return known
    const made = rules.adopt(id, kind, note)
    things.keep(id, made)
    return made
  }
  const makeError = (name: string, message: string) => {
    const error = new (errors[name] ?? Error)(message)
    if (error.name !== name) error.name = name
    return error
  }
  const tags: Record<string, (rest: unknown[], buffers: ArrayBuffer[]) => unknown> = {
    undefined: () => undefined,
    number: ([text]) => Number(text),
    bytes: ([index], buffers) => new Uint8Array(buffers[Number(index)] ?? new ArrayBuffer(0)),
    buffer: ([index], buffers) => buffers[Number(index)],
    error: ([name, message]) => makeError(String(name), String(message)),
    array: (items, buffers) => items.map((item) => unpack(item, buffers)),
    frozen: ([value], buffers) => Object.freeze(unpack(value, buffers)),
    mine: ([id, kind, note]) => standIn(Number(id), kind as ThingKind, String(note)),
    yours: ([id]) => things.get('mine', Number(id)),
  }
  const unpack = (value: unknown, buffers: ArrayBuffer[]): unknown => {
    if (Array.isArray(value)) {
      const [tag, ...rest] = value as unknown as Tagged
      return tags[tag]?.(rest, buffers)
    }
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, unpack(item, buffers)]))
  }
  return ([json, ...buffers]) => unpack(JSON.parse(json), buffers)
}
