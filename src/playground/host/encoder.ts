import type { SideRules, ThingKind, Things, WireMessage } from './wire.ts'

/** Values into messages. Runs on both sides of the wall from its source text: nothing but ES built-ins. */
export function createEncoder(things: Things, rules: SideRules): (value: unknown) => WireMessage {
  const stay = (value: unknown, kind: ThingKind, note = ''): unknown => {
    const known = things.idOf('mine', value)
    const id = known ?? things.add(value)
    if (known === undefined && value instanceof Promise) rules.promised(id, value)
    return ['mine', id, kind, note]
  }
  const copy = (value: object, buffers: ArrayBuffer[]): unknown => {
    const copied = Array.isArray(value)
      ? ['array', ...value.map((item) => pack(item, buffers))]
      : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, pack(item, buffers)]))
    return Object.isFrozen(value) ? ['frozen', copied] : copied
  }
  const packBytes = (kind: string, bytes: Uint8Array, buffers: ArrayBuffer[]) => [
    kind,
    buffers.push(Uint8Array.from(bytes).buffer) - 1,
  ]
  const packObject = (value: object, buffers: ArrayBuffer[]): unknown => {
    if (value instanceof Uint8Array) return packBytes('bytes', value, buffers)
    if (value instanceof ArrayBuffer) return packBytes('buffer', new Uint8Array(value), buffers)
    if (value instanceof Error) return ['error', value.name, value.message]
    if (value instanceof Promise) return stay(value, 'promise')
    return Array.isArray(value) || rules.isCopied(value) ? copy(value, buffers) : stay(value, 'object')
  }
  const pack = (value: unknown, buffers: ArrayBuffer[]): unknown => {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
    if (typeof value === 'number') return Number.isFinite(value) ? value : ['number', String(value)]
    if (value === undefined) return ['undefined']
    const theirs = things.idOf('theirs', value)
    if (theirs !== undefined) return ['yours', theirs]
    if (typeof value === 'symbol') return stay(value, 'symbol', value.description)
    if (typeof value === 'function') return stay(value, 'function')
    return typeof value === 'object' ? packObject(value, buffers) : ['undefined']
  }
  return (value) => {
    const buffers: ArrayBuffer[] = []
    return [JSON.stringify(pack(value, buffers)), ...buffers]
  }
}
