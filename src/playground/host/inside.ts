import type { Port, PortOptions, PortParts } from './port.ts'
import type { WireMessage } from './wire.ts'

/** What the host hands in when the plugin starts. The third starts a timer and answers its id. */
export type Gifts = [
  figma: object,
  html: string,
  startTimer: (callback: () => void, milliseconds: number, repeats: boolean) => number,
  stopTimer: (id: number) => void,
  log: (level: string, text: string) => void,
]

/** A stand-in for an object of the host: every access asks. Runs inside, from its source text. */
export function adoptObject(ask: Port['ask']): object {
  const standIn: object = new Proxy(
    {},
    {
      get: (_target, key) => (typeof key === 'string' ? ask('get', standIn, key) : undefined),
      set(_target, key, value) {
        ask('set', standIn, key, value)
        return true
      },
      has: (_target, key) => typeof key === 'string' && ask('has', standIn, key) === true,
      ownKeys: () => ask('keys', standIn) as string[],
      getOwnPropertyDescriptor(_target, key) {
        if (typeof key !== 'string' || ask('has', standIn, key) !== true) return undefined
        return { configurable: true, enumerable: true, value: ask('get', standIn, key) }
      },
    },
  )
  return standIn
}

/** The globals of Figma's main thread, and no others. Runs inside, from its source text. */
export function setGlobals(...[figma, html, startTimer, stopTimer, log]: Gifts): void {
  const show = (value: unknown): string => {
    if (value instanceof Error) return `${value.name}: ${value.message}\n${value.stack ?? ''}`
    if (typeof value !== 'object' || value === null) return String(value)
    try {
      return JSON.stringify(value)
    } catch {
      return Object.prototype.toString.call(value)
    }
  }
  const levels = ['log', 'info', 'debug', 'warn', 'error'].map((level) => [
    level,
    (...values: unknown[]) => log(level, values.map(show).join(' ')),
  ])
  const timer =
    (repeats: boolean) =>
    (callback: (...args: unknown[]) => void, milliseconds = 0, ...args: unknown[]) =>
      startTimer(() => callback(...args), milliseconds, repeats)
  Object.assign(globalThis, {
    figma,
    __html__: html,
    console: Object.fromEntries(levels),
    setTimeout: timer(false),
    setInterval: timer(true),
    clearTimeout: stopTimer,
    clearInterval: stopTimer,
  })
}

/** The plugin's side of the wall. Runs inside, from its source text. */
export function openInside(
  parts: PortParts & { createPort: typeof import('./port.ts').createPort },
  options: Pick<PortOptions, 'adoptObject'> & { setGlobals(...gifts: Gifts): void },
  send: PortOptions['send'],
): (...message: WireMessage) => WireMessage {
  const port = parts.createPort(parts, {
    isCopied: () => true,
    adoptObject: options.adoptObject,
    operations: { start: options.setGlobals },
    send,
  })
  return (...message) => port.answer(message)
}
