import { benchCrash } from './bench/crash.ts'
import { benchSizes } from './bench/sizes.ts'

/** Each bench prints what it found and says whether its criteria hold. */
const BENCHES: Readonly<Record<string, () => boolean>> = {
  crash: benchCrash,
  sizes: benchSizes,
}

const [name = ''] = process.argv.slice(2)
const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined
if (bench) {
  process.exitCode = bench() ? 0 : 1
} else {
  console.error(`Usage: npm run bench -- <name>. Names: ${Object.keys(BENCHES).join(', ')}`)
  process.exitCode = 2
}
