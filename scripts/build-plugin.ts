import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

const CLI = 'node_modules/@create-figma-plugin/build/lib/cli.js'

/** Chromium silently loads nothing from a longer `data:` address, which is how the window is opened. */
const LONGEST_DATA_URL = 1_900_000

/** Builds the plugin: `manifest.json`, `build/main.js` and `build/ui.js`. Throws when Figma could not run them. */
export function buildPlugin(): void {
  execFileSync(process.execPath, [CLI, '--minify'], { stdio: ['ignore', 'ignore', 'inherit'] })
  const manifest: unknown = JSON.parse(readFileSync('manifest.json', 'utf8'))
  writeFileSync('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`)
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

if (import.meta.main) buildPlugin()
