/** Builds the proxy and the command line as single files that run with Node 24 alone, with what cannot be bundled beside them. */
import { cpSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { build } from 'esbuild'
import { copyPackages } from './build-proxy/copy-packages.ts'
import { thirdPartyText } from './build-proxy/third-party.ts'
import { englishZod } from './english-zod.ts'

/** Packages with parts that are no JavaScript. */
const BESIDE = ['sharp']

/** Node's own packages are asked for with `require` in bundled CommonJS. The name must not meet one of the bundle's. */
const BANNER =
  "import { createRequire as framewrightRequire } from 'node:module'; const require = framewrightRequire(import.meta.url);"

/** `proxy.mjs`, `framewright.mjs`, `node_modules` and the licences, in `folder`. */
export async function buildProxy(folder = 'build'): Promise<void> {
  const { metafile } = await build({
    entryPoints: { proxy: 'src/proxy/main.ts', framewright: 'src/cli/main.ts' },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    // Names stay as they are: the log tells where a failure happened.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    external: BESIDE,
    plugins: [englishZod],
    banner: { js: BANNER },
    metafile: true,
    logLevel: 'warning',
  })
  const packages = `${folder}/node_modules`
  rmSync(packages, { recursive: true, force: true })
  copyPackages(BESIDE, packages)
  copyFonts(packages)
  writeFileSync(`${folder}/THIRD-PARTY.txt`, thirdPartyText(metafile))
  const { size } = statSync(`${folder}/proxy.mjs`)
  console.log(`Proxy built: ${folder}/proxy.mjs ${(size / 1e6).toFixed(1)} MB, packages in ${packages}`)
}

/** The two weights of Inter that the offline engine sets, and their licence. */
function copyFonts(packages: string): void {
  const [from, to] = ['node_modules/@fontsource/inter', `${packages}/@fontsource/inter`]
  mkdirSync(`${to}/files`, { recursive: true })
  for (const file of ['package.json', 'LICENSE']) cpSync(`${from}/${file}`, `${to}/${file}`)
  for (const file of readdirSync(`${from}/files`))
    if (/-(500|700)-normal\.woff$/.test(file)) cpSync(`${from}/files/${file}`, `${to}/files/${file}`)
}

if (import.meta.main) await buildProxy()
