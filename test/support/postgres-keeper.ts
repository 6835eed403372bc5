/**
 * A process of its own that runs a PostgreSQL server in a temporary folder for as long as its standard input is open: so
 * server and folder go away with whoever started it, however that one ends. Prints the server's port when it is ready.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPostgres } from './find-postgres.ts'

/** PostgreSQL refuses to run as root; this user is on every system. */
const NOBODY = 65_534
const identity = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
const PASSWORD = 'postgres'
/** What would outlive a power cut costs time, and nothing here is kept. */
const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'shared_buffers=64MB']
const SETTINGS = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=300', ...FAST]

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address: AddressInfo | string | null = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('No free port')
  return address.port
}

function makeCluster(binaries: string, folder: string): string {
  if (identity.uid !== undefined) chownSync(folder, identity.uid, identity.gid)
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, PASSWORD)
  const data = join(folder, 'data')
  const options = ['--username=postgres', '--auth=password', `--pwfile=${passwordFile}`, '--encoding=UTF8', '--no-sync']
  execFileSync(join(binaries, 'initdb'), [`--pgdata=${data}`, '--locale=C', ...options], { ...identity, stdio: 'pipe' })
  return data
}

async function startServer(binaries: string, data: string, port: number): Promise<ChildProcess> {
  const settings = SETTINGS.flatMap((setting) => ['-c', setting])
  const server = spawn(join(binaries, 'postgres'), ['-D', data, '-p', String(port), ...settings], {
    ...identity,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  await new Promise<void>((resolve, reject) => {
    server.stderr?.on('data', (chunk: Buffer) => {
      if (said.length < 10_000) said += chunk.toString()
      if (said.includes('ready to accept connections')) resolve()
    })
    server.once('error', reject)
    server.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${said}`)))
  })
  return server
}

const folder = mkdtempSync(join(tmpdir(), 'framewright-postgres-'))
let server: ChildProcess | null = null
let ending = false

/** At once: nothing is kept. */
function end(code: number): void {
  if (ending) return
  ending = true
  const gone = server && server.exitCode === null ? once(server, 'exit') : Promise.resolve()
  server?.kill('SIGQUIT')
  gone.finally(() => {
    rmSync(folder, { recursive: true, force: true })
    process.exit(code)
  })
}

// Ctrl-C reaches this process too; whoever started it ends it when the tests are over.
process.on('SIGINT', () => {})
process.stdin.on('end', () => end(0)).resume()
try {
  const binaries = findPostgres(folder, identity.uid !== undefined)
  const port = await freePort()
  server = await startServer(binaries, makeCluster(binaries, folder), port)
  process.stdout.write(`${port}\n`)
  if (ending) server.kill('SIGQUIT')
} catch (error) {
  console.error(error)
  end(1)
}
