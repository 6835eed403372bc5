// Runs on whatever Node the machine has (20 or newer), before anything is installed: no dependencies, no TypeScript.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

const wanted = 'package-lock.json'
const installed = 'node_modules/.package-lock.json'

function versions(file) {
  const { packages } = JSON.parse(readFileSync(file, 'utf8'))
  return new Map(Object.entries(packages).filter(([path]) => path !== ''))
}

function isUpToDate() {
  if (!existsSync(installed)) return false
  const have = versions(installed)
  // Packages for other platforms are optional and absent here.
  return [...versions(wanted)].every(([path, row]) => row.optional || have.get(path)?.version === row.version)
}

if (!isUpToDate()) {
  console.error('Installing packages …')
  const npm = process.env.npm_execpath
  // `npm ci` refuses a lockfile that lacks optional packages of other platforms, and registries do not all carry them.
  // `install` takes the locked versions all the same; `--no-save` leaves the lockfile as it is.
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']
  const done = npm
    ? spawnSync(process.execPath, [npm, ...args], { stdio: ['ignore', 2, 2] })
    : spawnSync('npm', args, { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  if (done.status !== 0) {
    console.error('Installing packages failed. Check the network and run the command again.')
    process.exit(1)
  }
}
