import { existsSync } from 'node:fs'
import files from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { dirname, relative, sep } from 'node:path'
import { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Unsynced } from './unsynced.ts'

/** Called around every step that changes what would be found after a crash. */
export type OnStep = (step: string, moment: 'before' | 'after') => void

/**
 * Reports every writing SQL statement of this process, and every rename and sync below a folder. It wraps what Node
 * offers, so the program under test is the one people run.
 */
export async function watchSteps(folder: string, unsynced: Unsynced, onStep: OnStep): Promise<void> {
  watchStatements(onStep)
  watchNames(folder, unsynced, onStep)
  await watchHandles(folder, unsynced, onStep)
  syncBuiltinESMExports()
}

const READS = /^\s*(select|pragma|explain)\b/i
const oneLine = (sql: string): string => sql.replaceAll(/\s+/g, ' ').trim()

function around<Result>(step: string, onStep: OnStep, act: () => Result): Result {
  onStep(step, 'before')
  const result = act()
  onStep(step, 'after')
  return result
}

async function aroundLater<Result>(step: string, onStep: OnStep, act: () => Promise<Result>): Promise<Result> {
  onStep(step, 'before')
  const result = await act()
  onStep(step, 'after')
  return result
}

function watchStatements(onStep: OnStep): void {
  const { run, all, get } = StatementSync.prototype
  const { exec } = DatabaseSync.prototype
  for (const [name, original] of Object.entries({ run, all, get })) {
    Object.defineProperty(StatementSync.prototype, name, {
      value(this: StatementSync, ...parameters: never[]) {
        const act = () => Reflect.apply<StatementSync, never[], unknown>(original, this, parameters)
        return READS.test(this.sourceSQL) ? act() : around(oneLine(this.sourceSQL), onStep, act)
      },
    })
  }
  DatabaseSync.prototype.exec = function (sql) {
    return READS.test(sql) ? exec.call(this, sql) : around(oneLine(sql), onStep, () => exec.call(this, sql))
  }
}

/** A path as steps are named: below the folder, with ids and hashes left out. */
function nameOf(folder: string, path: string): string | null {
  const below = relative(folder, path)
  if (below.startsWith('..')) return null
  const parts = below.split(sep).map((part) => part.replaceAll(/[0-9a-f-]{32,}/g, '*').replace(/^[0-9a-f]{2}$/, '*'))
  return parts.join('/') || '.'
}

function watchNames(folder: string, unsynced: Unsynced, onStep: OnStep): void {
  const { rename, mkdir } = files
  files.rename = async (from, to) => {
    const name = nameOf(folder, String(to))
    if (name === null) return rename(from, to)
    await aroundLater(`rename to ${name}`, onStep, async () => {
      // A name that stood for a file before stands for one after a power cut too.
      const isNew = !existsSync(to)
      await rename(from, to)
      unsynced.renamed(String(from), String(to), isNew)
    })
  }
  Object.defineProperty(files, 'mkdir', {
    async value(...parameters: Parameters<typeof mkdir>) {
      const first = await mkdir(...parameters)
      const path = String(parameters[0])
      if (first !== undefined && nameOf(folder, path) !== null) {
        for (let made = path; made.length >= first.length && made !== folder; made = dirname(made)) {
          unsynced.madeFolder(made)
        }
      }
      return first
    },
  })
}

type Handle = Awaited<ReturnType<typeof files.open>>

async function watchHandles(folder: string, unsynced: Unsynced, onStep: OnStep): Promise<void> {
  const paths = new WeakMap<Handle, string>()
  const { open: openFile } = files
  files.open = async (path, flags, mode) => {
    const handle = await openFile(path, flags, mode)
    if (nameOf(folder, String(path)) === null) return handle
    paths.set(handle, String(path))
    if (/[wa+]/.test(String(flags ?? 'r'))) unsynced.written(String(path))
    return handle
  }
  const sample = await openFile(process.execPath, 'r')
  const prototype: Pick<Handle, 'sync' | 'datasync'> = Object.getPrototypeOf(sample)
  await sample.close()
  for (const name of ['sync', 'datasync'] as const) {
    const original = prototype[name]
    Object.defineProperty(prototype, name, {
      async value(this: Handle) {
        const path = paths.get(this)
        if (path === undefined) return original.call(this)
        await aroundLater(`sync ${nameOf(folder, path)}`, onStep, async () => {
          await original.call(this)
          unsynced.synced(path)
        })
      },
    })
  }
}
