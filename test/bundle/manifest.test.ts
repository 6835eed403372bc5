import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildManifestAsync } from '@create-figma-plugin/build/lib/utilities/build-manifest-async.js'
import { readConfigAsync } from '@create-figma-plugin/common'
import { afterEach, beforeEach, expect, test } from 'vitest'

let folder = ''
const { FRAMEWRIGHT_DOMAINS: domainsBefore } = process.env

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'framewright-'))
  delete process.env['FRAMEWRIGHT_DOMAINS']
})

afterEach(() => {
  rmSync(folder, { recursive: true })
  if (domainsBefore === undefined) delete process.env['FRAMEWRIGHT_DOMAINS']
  else process.env['FRAMEWRIGHT_DOMAINS'] = domainsBefore
})

async function built(domains?: string): Promise<unknown> {
  if (domains !== undefined) process.env['FRAMEWRIGHT_DOMAINS'] = domains
  await buildManifestAsync({ config: await readConfigAsync(), minify: false, outputDirectory: folder })
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
}

test('without a setting, only a development run reaches a proxy, and only the one on this computer', async () => {
  expect(await built()).toMatchObject({
    documentAccess: 'dynamic-page',
    networkAccess: { allowedDomains: ['none'], devAllowedDomains: ['http://localhost:8787'] },
  })
})

test('production domains come from one setting', async () => {
  expect(await built('https://proxy.example.com, https://*.example.org')).toMatchObject({
    networkAccess: { allowedDomains: ['https://proxy.example.com', 'https://*.example.org'] },
  })
})

test.each(['http://proxy.example.com', 'https://proxy.example.com/path', 'proxy.example.com'])(
  '%s is refused as a production domain',
  async (domain) => {
    await expect(built(domain)).rejects.toThrow(`“${domain}” is not an https origin`)
  },
)
