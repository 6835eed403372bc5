/** Bundles the playground's page into build/playground, ready to be served as static files. */
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { build } from 'esbuild'

const out = 'build/playground'
const require = createRequire(import.meta.url)

const copies: Record<string, string> = {
  'src/playground/page/index.html': 'index.html',
  [require.resolve('@jitl/quickjs-wasmfile-release-sync/wasm')]: 'quickjs.wasm',
  [require.resolve('@create-figma-plugin/ui/css/theme.css')]: 'theme.css',
}
for (const weight of [400, 500, 600, 700]) {
  const file = `inter-latin-${weight}-normal.woff2`
  copies[require.resolve(`@fontsource/inter/files/${file}`)] = `fonts/${file}`
}

/** The plugin itself is not copied: the server gives out the built files as they are. */
export async function buildPlayground(): Promise<void> {
  rmSync(out, { recursive: true, force: true })
  mkdirSync(`${out}/fonts`, { recursive: true })
  for (const [from, to] of Object.entries(copies)) cpSync(from, `${out}/${to}`)
  await build({
    entryPoints: { page: 'src/playground/page/main.ts', style: 'src/playground/page/style.css' },
    outdir: out,
    bundle: true,
    format: 'esm',
    target: 'chrome120',
    sourcemap: 'linked',
    external: ['/fonts/*', 'module'],
    logLevel: 'warning',
  })
}
