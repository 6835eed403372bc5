import { createDecoder } from './decoder.ts'
import { createEncoder } from './encoder.ts'
import { adoptObject, openInside, setGlobals } from './inside.ts'
import { createPort } from './port.ts'
import { createThings } from './things.ts'

const parts = { createThings, createEncoder, createDecoder, createPort }
const rules = { adoptObject, setGlobals }

const literal = (functions: Record<string, { toString(): string }>) =>
  `{ ${Object.entries(functions)
    .map(([name, source]) => `${name}: (${source})`)
    .join(', ')} }`

/** An expression to evaluate inside: a function of `send` that answers the way to reach the plugin's side. */
export const prelude = `(() => {
  'use strict'
  const parts = ${literal(parts)}
  const rules = ${literal(rules)}
  const open = (${openInside})
  return (send) => open(parts, rules, (message) => send(...message))
})()`
