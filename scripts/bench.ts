import { benchCluster } from './bench/cluster.ts'
import { benchCrash } from './bench/crash.ts'
import { benchEdit } from './bench/edit.ts'
import { benchIdle } from './bench/idle.ts'
import { benchProxy } from './bench/proxy.ts'
import { benchSizes } from './bench/sizes.ts'
import { benchSoak } from './bench/soak.ts'

/** Each bench prints what it found and says whether its criteria hold. */
const BENCHES: Readonly<Record<string, () => boolean | Promise<boolean>>> = {
  cluster: benchCluster,
  crash: benchCrash,
  edit: benchEdit,
  idle: benchIdle,
  proxy: benchProxy,
  sizes: benchSizes,
  soak: benchSoak,
}

const [name = ''] = process.argv.slice(2)
const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined
if (bench) {
  process.exitCode = (await bench()) ? 0 : 1
} else {
  console.error(`Usage: npm run bench -- <name>. Names: ${Object.keys(BENCHES).join(', ')}`)
  process.exitCode = 2
}
