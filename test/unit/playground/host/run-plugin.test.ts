import { newQuickJSWASMModule } from 'quickjs-emscripten'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openQuickjs } from '#playground/host/quickjs-host.ts'
import { runPlugin } from '#playground/host/run-plugin.ts'
import { openNodeVm } from '#support/node-vm-sandbox.ts'

const mixed = Symbol('mixed')

/** A small `figma` with every kind of member a bridge must carry. */
class Node {
  name = 'Hero'
  fills: unknown = Object.freeze([Object.freeze({ type: 'SOLID', opacity: 0.5 })])
  readonly kind: symbol = mixed
  get removed(): boolean {
    throw new TypeError('in get_removed: gone')
  }
  rename(name: string): this {
    this.name = name
    return this
  }
  async exportAsync(): Promise<Uint8Array> {
    return Uint8Array.of(1, 2, 255)
  }
}

function createHost() {
  const node = new Node()
  const results: unknown[] = []
  let done = (_results: unknown[]) => {}
  const finished = new Promise<unknown[]>((resolve) => {
    done = resolve
  })
  const figma = {
    mixed,
    currentPage: node,
    ui: { onmessage: undefined as undefined | ((message: unknown) => unknown), postMessage() {} },
    report: (value: unknown) => results.push(value),
    finish: () => done(results),
    same: (other: unknown) => other === node,
    isMixed: (value: unknown) => value === mixed,
    sum: (bytes: Uint8Array) => bytes.reduce((total, byte) => total + byte, 0),
    async find(id: string) {
      if (id === 'none') throw 'Failed to export node'
      return node
    },
    async twice(callback: (value: number) => Promise<number>) {
      return (await callback(20)) * 2
    },
  }
  return { figma, node, results, finished }
}

const lanes = {
  quickjs: async () => openQuickjs(await newQuickJSWASMModule()),
  vm: async () => openNodeVm,
}

async function start(lane: keyof typeof lanes, code: string) {
  const host = createHost()
  const lines: string[] = []
  const run = runPlugin(await lanes[lane](), {
    code,
    html: '<b>ui</b>',
    figma: host.figma,
    log: (level, text) => lines.push(`${level} ${text}`),
    onError: (error) => {
      throw error
    },
  })
  onTestFinished(() => run.dispose())
  return { ...host, run, lines }
}

describe.each(['quickjs', 'vm'] as const)('a plugin in %s', (lane) => {
  const report = async (code: string) => (await start(lane, `${code}; figma.finish()`)).finished

  test('sees the same object behind the same stand-in', async () => {
    const seen = await report(`
      figma.report(figma.currentPage === figma.currentPage)
      figma.report(figma.same(figma.currentPage))
      figma.report('fills' in figma.currentPage)
      figma.report('nothing' in figma.currentPage)
      figma.report(figma.currentPage.rename('Card') === figma.currentPage)
      figma.report(figma.currentPage.name)`)
    expect(seen).toEqual([true, true, true, false, true, 'Card'])
  })

  test('gets plain data as frozen copies and writes by value', async () => {
    const { node, finished } = await start(
      lane,
      `const fills = figma.currentPage.fills
       figma.report(Object.isFrozen(fills) && Object.isFrozen(fills[0]))
       figma.currentPage.fills = [{ ...fills[0], opacity: 1 }, { type: 'IMAGE', size: Infinity, hash: undefined }]
       figma.finish()`,
    )
    expect(await finished).toEqual([true])
    expect(node.fills).toEqual([
      { type: 'SOLID', opacity: 1 },
      { type: 'IMAGE', size: Infinity, hash: undefined },
    ])
  })

  test('keeps the symbol of mixed values', async () => {
    const seen = await report(`
      figma.report(figma.currentPage.kind === figma.mixed)
      figma.report(typeof figma.mixed)
      figma.report(figma.isMixed(figma.mixed))`)
    expect(seen).toEqual([true, 'symbol', true])
  })

  test('carries bytes both ways', async () => {
    const { finished } = await start(
      lane,
      `figma.report(figma.sum(new Uint8Array([9, 10, 11]).subarray(1)))
       figma.currentPage.exportAsync().then((bytes) => {
         figma.report(bytes instanceof Uint8Array); figma.report(bytes[2]); figma.report(bytes); figma.finish() })`,
    )
    expect(await finished).toEqual([21, true, 255, Uint8Array.of(1, 2, 255)])
  })

  test('hears rejections as they were, strings too, and errors with their message', async () => {
    const { finished } = await start(
      lane,
      `(async () => {
         try { await figma.find('none') } catch (error) { figma.report(error) }
         try { figma.currentPage.removed } catch (error) {
           figma.report(error instanceof TypeError); figma.report(error.message) }
         figma.report((await figma.find('1:1')) === figma.currentPage)
         figma.finish()
       })()`,
    )
    expect(await finished).toEqual(['Failed to export node', true, 'in get_removed: gone', true])
  })

  test('gives callbacks and promises to the host', async () => {
    const { figma, results, finished } = await start(
      lane,
      `figma.ui.onmessage = (message) => { figma.report(message); throw new RangeError('no ' + message.id) }
       figma.twice(async (value) => value + 1).then((value) => { figma.report(value); figma.finish() })`,
    )
    expect(await finished).toEqual([42])
    expect(() => figma.ui.onmessage?.({ id: 7, bytes: Uint8Array.of(3) })).toThrow(new RangeError('no 7'))
    expect(results[1]).toEqual({ id: 7, bytes: Uint8Array.of(3) })
  })

  test("has Figma's globals and no others", async () => {
    const names = ['TextEncoder', 'URL', 'atob', 'Intl', 'structuredClone', 'crypto', 'window', 'document', 'process']
    const seen = await report(`
      figma.report(__html__)
      figma.report(${JSON.stringify(names)}.filter((name) => name in globalThis))
      figma.report(typeof Array.fromAsync)`)
    expect(seen).toEqual(['<b>ui</b>', [], 'undefined'])
  })

  test('has timers and a console', async () => {
    const { finished, lines } = await start(
      lane,
      `let ticks = 0
       const ticking = setInterval((step) => {
         ticks += step
         if (ticks < 3) return
         clearInterval(ticking)
         setTimeout(() => { console.warn('ticks', ticks, { a: 1 }); figma.finish() }, 1)
       }, 1, 1)
       clearTimeout(setTimeout(() => figma.report('cleared'), 0))`,
    )
    expect(await finished).toEqual([])
    expect(lines).toEqual(['warn ticks 3 {"a":1}'])
  })

  test('tells what its first lines throw', async () => {
    await expect(start(lane, `throw new SyntaxError('bad bundle')`)).rejects.toThrow('bad bundle')
  })

  test('may be disposed from inside its own call, and then stays silent', async () => {
    const host = createHost()
    const run = runPlugin(await lanes[lane](), {
      code: `figma.find('1:1').then(() => figma.report('late'))
             figma.ui.onmessage = () => { figma.stop(); return 'still here' }`,
      html: '',
      figma: Object.assign(host.figma, { stop: () => run.dispose() }),
      log: () => {},
      onError: () => {},
    })
    expect(host.figma.ui.onmessage?.({})).toBe('still here')
    await host.figma.find('1:1')
    await new Promise((resolve) => setImmediate(resolve))
    expect(host.results).not.toContain('late')
    expect(host.figma.ui.onmessage?.({})).toBeUndefined()
    expect(() => run.dispose()).not.toThrow()
  })
})
