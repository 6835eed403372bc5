/** Fails when the manifest that is checked in is not what package.json makes. Runs before the build, which writes it. */
import { strict as assert } from 'node:assert'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildManifestAsync } from '@create-figma-plugin/build/lib/utilities/build-manifest-async.js'
import { readConfigAsync } from '@create-figma-plugin/common'

const folder = mkdtempSync(join(tmpdir(), 'framewright-manifest-'))
const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

try {
  await buildManifestAsync({ config: await readConfigAsync(), minify: false, outputDirectory: folder })
  assert.deepEqual(
    read('manifest.json'),
    read(join(folder, 'manifest.json')),
    'Run npm run build:plugin and commit manifest.json.',
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
