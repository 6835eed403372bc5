/** Builds what Figma and the browser load: the plugin, then the playground around it. */
import { buildPlayground } from './build-playground.ts'
import { buildPlugin } from './build-plugin.ts'

await buildPlugin()
await buildPlayground()
