import { readFileSync } from 'node:fs'
import { buildBundlesAsync } from '@create-figma-plugin/build/lib/utilities/build-bundles-async/build-bundles-async.js'
import { buildManifestAsync } from '@create-figma-plugin/build/lib/utilities/build-manifest-async.js'
import { readConfigAsync } from '@create-figma-plugin/common'

/** Chromium silently loads nothing from a longer `data:` address, which is how the window is opened. */
const LONGEST_DATA_URL = 1_900_000

/**
 * Builds the plugin: `manifest.json`, `build/main.js` and `build/ui.js`. Throws when Figma could not run them.
 * The parts of create-figma-plugin's command are called one by one, for the command also writes a type declaration
 * beside every style sheet.
 */
export async function buildPlugin(): Promise<void> {
  const config = await readConfigAsync()
  await buildManifestAsync({ config, minify: false, outputDirectory: '.' })
  await buildBundlesAsync({ config, minify: true, outputDirectory: '.' })
  const main = readFileSync('build/main.js', 'utf8')
  const ui = readFileSync('build/ui.js', 'utf8')
  if (/<\/script/i.test(ui)) throw new Error('build/ui.js contains “</script”, which ends the page it is put in')
  const encoded = encodeURIComponent(ui).length
  if (encoded > LONGEST_DATA_URL) {
    throw new Error(`build/ui.js takes ${encoded} characters as a data: address, more than ${LONGEST_DATA_URL}`)
  }
  const sizes = `main.js ${kilobytes(main.length)}, ui.js ${kilobytes(ui.length)}`
  console.log(`Plugin built: ${sizes} (${kilobytes(encoded)} as a data: address)`)
}

const kilobytes = (characters: number) => `${Math.round(characters / 1000)} kB`

if (import.meta.main) await buildPlugin()
