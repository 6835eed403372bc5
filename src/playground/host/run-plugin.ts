import { createDecoder } from './decoder.ts'
import { createEncoder } from './encoder.ts'
import type { Gifts } from './inside.ts'
import { createPort } from './port.ts'
import { prelude } from './prelude.ts'
import type { OpenSandbox } from './sandbox.ts'
import { createThings } from './things.ts'
import { createTimers } from './timers.ts'

export interface PluginProgram {
  /** The built main.js. */
  readonly code: string
  /** What `__html__` holds: the built ui.js. */
  readonly html: string
  /** The simulated `figma`. */
  readonly figma: object
  log(level: string, text: string): void
  /** Hears what a timer's callback throws. */
  onError(error: unknown): void
}

export interface PluginRun {
  /** Ends the plugin. Safe at any time, also while the plugin's own code is calling. */
  dispose(): void
}

const isData = (descriptor: PropertyDescriptor) => 'value' in descriptor && typeof descriptor.value !== 'function'

/** Plain data is copied; anything with behaviour stays on the host's side. */
function isPlainData(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== null && prototype !== Object.prototype) return false
  return Object.values(Object.getOwnPropertyDescriptors(value)).every(isData)
}

const operations = {
  get: (target: object, key: string): unknown => Reflect.get(target, key),
  set: (target: Record<string, unknown>, key: string, value: unknown) => {
    target[key] = value
  },
  has: (target: object, key: string) => key in target,
  keys: (target: object) => Object.keys(target),
}

/** Runs a built plugin in a sandbox against a `figma`. Throws what the plugin's top level throws. */
export function runPlugin(open: OpenSandbox, program: PluginProgram): PluginRun {
  const timers = createTimers(program.onError)
  const port = createPort(
    { createThings, createEncoder, createDecoder },
    {
      isCopied: isPlainData,
      adoptObject: () => undefined,
      operations,
      send: (message) => sandbox.send(message),
    },
  )
  const sandbox = open(prelude, port.answer)
  const gifts: Gifts = [program.figma, program.html, timers.start, timers.stop, program.log]
  port.ask('start', ...gifts)
  sandbox.run(program.code)
  return {
    dispose() {
      timers.stopAll()
      sandbox.dispose()
    },
  }
}
