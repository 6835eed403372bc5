import { createContext, runInContext } from 'node:vm'
import { noAnswer, type OpenSandbox } from '#playground/host/sandbox.ts'
import type { WireMessage } from '#playground/host/wire.ts'

/** What V8 gives every context and QuickJS does not have. */
const hidden = [
  'Intl',
  'Atomics',
  'WebAssembly',
  'SuppressedError',
  'DisposableStack',
  'AsyncDisposableStack',
  'Array.fromAsync',
]

/** A bare V8 context: it shows unhandled rejections, which QuickJS loses. */
export const openNodeVm: OpenSandbox = (prelude, answer) => {
  const context = createContext({}, { codeGeneration: { strings: true, wasm: false } })
  for (const name of hidden) runInContext(`delete globalThis.${name}`, context)
  let open = true
  const enter: (send: (...message: WireMessage) => WireMessage) => (...message: WireMessage) => WireMessage =
    runInContext(prelude, context)
  const receive = enter((...message) => (open ? answer(message) : noAnswer))
  return {
    send: (message) => (open ? receive(...message) : noAnswer),
    run(code) {
      runInContext(code, context, { filename: 'main.js' })
    },
    dispose() {
      open = false
    },
  }
}
