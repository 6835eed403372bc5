import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

test.each([
  ['throws', `setImmediate(() => { throw new TypeError('secret') })`],
  ['rejects', `void Promise.reject(new TypeError('secret'))`],
])(
  'a process in which something %s that nothing catches says so in the log, without quoting it, and ends',
  async (_, fault) => {
    const program = `
    import { endOnFault } from '#proxy/end-on-fault.ts'
    import { createLog } from '#proxy/log.ts'
    endOnFault(createLog('info'))
    setInterval(() => {}, 1000)
    ${fault}`
    const run = promisify(execFile)(process.execPath, ['--input-type=module', '-e', program])
    const ended: unknown = await run.catch((error: unknown) => error)
    expect(ended).toMatchObject({ code: 1 })
    const said = ended instanceof Error && 'stderr' in ended ? String(ended.stderr) : ''
    expect(JSON.parse(said)).toMatchObject({ level: 60, error: 'TypeError' })
    expect(said).not.toContain('secret')
  },
)
