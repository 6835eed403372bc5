import { type QuickJSContext, type QuickJSHandle, type QuickJSWASMModule, Scope } from 'quickjs-emscripten'
import { noAnswer, type OpenSandbox } from './sandbox.ts'
import type { WireMessage } from './wire.ts'

const toHandles = (vm: QuickJSContext, [json, ...buffers]: WireMessage): QuickJSHandle[] => [
  vm.newString(json),
  ...buffers.map((buffer) => vm.newArrayBuffer(buffer)),
]

/** Copies what lies in the sandbox's memory. */
const readBuffer = (vm: QuickJSContext, handle: QuickJSHandle): ArrayBuffer =>
  vm.getArrayBuffer(handle).consume((view) => Uint8Array.from(view.value).buffer)

/** A function inside, over which messages leave. */
function newSender(vm: QuickJSContext, answer: (message: WireMessage) => WireMessage): QuickJSHandle {
  return vm.newFunction('send', (json, ...buffers) => {
    const reply = answer([json ? vm.getString(json) : '[]', ...buffers.map((buffer) => readBuffer(vm, buffer))])
    const array = vm.newArray()
    for (const [index, handle] of toHandles(vm, reply).entries()) {
      handle.consume((item) => vm.setProp(array, index, item))
    }
    return array
  })
}

/** Calls the plugin's side. */
function callInside(vm: QuickJSContext, receive: QuickJSHandle, message: WireMessage): WireMessage {
  return Scope.withScope((scope) => {
    const handles = toHandles(vm, message).map((handle) => scope.manage(handle))
    const reply = scope.manage(vm.unwrapResult(vm.callFunction(receive, vm.undefined, ...handles)))
    const length = vm.getProp(reply, 'length').consume((handle) => vm.getNumber(handle))
    const json = vm.getProp(reply, 0).consume((handle) => vm.getString(handle))
    const rest = Array.from({ length: length - 1 }, (_, index) =>
      vm.getProp(reply, index + 1).consume((handle) => readBuffer(vm, handle)),
    )
    return [json, ...rest]
  })
}

/** Evaluates the prelude and keeps the one handle that leads inside. */
function openInside(vm: QuickJSContext, prelude: string, sender: QuickJSHandle): QuickJSHandle {
  return vm
    .unwrapResult(vm.evalCode(prelude, 'prelude.js'))
    .consume((open) => sender.consume((send) => vm.unwrapResult(vm.callFunction(open, vm.undefined, send))))
}

/** Figma's own kind of sandbox: QuickJS in WebAssembly, with the ES built-ins and nothing else. */
export function openQuickjs(module: QuickJSWASMModule): OpenSandbox {
  return (prelude, answer) => {
    const vm = module.newContext()
    let depth = 0
    let state: 'open' | 'closing' | 'closed' = 'open'
    let receive: QuickJSHandle | undefined
    const close = () => {
      state = 'closed'
      receive?.dispose()
      vm.dispose()
    }
    /** Runs something inside; promises in there go on when nothing else is running. */
    const enter = <T>(work: () => T): T => {
      depth += 1
      try {
        const result = work()
        if (depth === 1) vm.unwrapResult(vm.runtime.executePendingJobs())
        return result
      } finally {
        depth -= 1
        if (depth === 0 && state === 'closing') close()
      }
    }
    receive = openInside(vm, prelude, newSender(vm, answer))
    return {
      send: (message) => (state !== 'open' || !receive ? noAnswer : enter(() => callInside(vm, receive, message))),
      run: (code) => enter(() => vm.unwrapResult(vm.evalCode(code, 'main.js')).dispose()),
      dispose() {
        if (state === 'open') state = 'closing'
        if (state === 'closing' && depth === 0) close()
      },
    }
  }
}
