import type { SideRules, ThingKind, Things, WireMessage } from './wire.ts'

/** Builders the prelude passes in, so that a port needs no import on either side. */
export interface PortParts {
  createThings: typeof import('./things.ts').createThings
  createEncoder: typeof import('./encoder.ts').createEncoder
  createDecoder: typeof import('./decoder.ts').createDecoder
}

export interface Port {
  /** Asks the other side; throws what it threw. */
  ask(operation: string, ...args: unknown[]): unknown
  /** Answers a message of the other side. */
  answer(message: WireMessage): WireMessage
}

export interface PortOptions {
  isCopied(value: object): boolean
  /** Stand-ins for objects of the other side. Functions, promises and symbols need no telling. */
  adoptObject(ask: Port['ask']): unknown
  operations: Record<string, (...args: never[]) => unknown>
  send(message: WireMessage): WireMessage
}

/** One side of the wall. Runs on both from its source text: nothing but ES built-ins. */
export function createPort(parts: PortParts, options: PortOptions): Port {
  const things: Things = parts.createThings()
  const settlers = new Map<unknown, (fulfilled: boolean, value: unknown) => void>()
  const adoptFunction = () => {
    const standIn = function (this: unknown, ...args: unknown[]): unknown {
      return ask('call', standIn, things.idOf('theirs', this) === undefined ? undefined : this, args)
    }
    return standIn
  }
  const adoptPromise = (id: number) =>
    new Promise((resolve, reject) => {
      settlers.set(id, (fulfilled, value) => (fulfilled ? resolve(value) : reject(value)))
    })
  const adopts: Record<ThingKind, (id: number, note: string) => unknown> = {
    object: () => options.adoptObject(ask),
    function: adoptFunction,
    promise: adoptPromise,
    symbol: (_id, note) => Symbol(note),
  }
  const rules: SideRules = {
    isCopied: options.isCopied,
    adopt: (id, kind, note) => adopts[kind](id, note),
    promised(id, promise) {
      const settled = (fulfilled: boolean) => (value: unknown) => {
        things.forget('mine', id)
        ask('settle', id, fulfilled, value)
      }
      promise.then(settled(true), settled(false))
    },
  }
  const operations: PortOptions['operations'] = {
    ...options.operations,
    call: (target: (...args: unknown[]) => unknown, self: unknown, args: unknown[]) =>
      Reflect.apply(target, self, args),
    settle(id: number, fulfilled: boolean, value: unknown) {
      things.forget('theirs', id)
      settlers.get(id)?.(fulfilled, value)
      settlers.delete(id)
    },
  }
  const encode = parts.createEncoder(things, rules)
  const decode = parts.createDecoder(things, rules)
  const ask = (operation: string, ...args: unknown[]): unknown => {
    const [done, value] = decode(options.send(encode([operation, ...args]))) as [boolean, unknown]
    if (!done) throw value
    return value
  }
  const answer = (message: WireMessage): WireMessage => {
    try {
      const [operation, ...args] = decode(message) as [string, ...never[]]
      return encode([true, operations[operation]?.(...args)])
    } catch (error) {
      return encode([false, error])
    }
  }
  return { ask, answer }
}
