/** The playground: opens a sample document in the simulated Figma and runs the built plugin in it. */
import { newQuickJSWASMModule, newVariant, RELEASE_SYNC } from 'quickjs-emscripten'
import { createFigma } from '../figma/create-figma.ts'
import { browserRasterizer } from '../render/browser-rasterizer.ts'
import { chooseDocument } from '../scenes/scene-list.ts'
import { element } from './element.ts'
import { openStorage } from './persistent-storage.ts'
import { loadPluginFiles } from './plugin-files.ts'
import { seedSettings } from './seed-settings.ts'
import { showPage } from './show-page.ts'
import { createTheme } from './theme.ts'
import { loadThemeCss } from './theme-css.ts'

const weights = [400, 500, 600, 700]

async function start(): Promise<void> {
  const theme = createTheme()
  theme.follow((name) => {
    document.body.className = `figma-${name}`
  })
  const storage = openStorage()
  const scene = chooseDocument(new URLSearchParams(location.search).get('scene'))
  const [proxyUrl, files, quickjs, themeCss] = await Promise.all([
    seedSettings(storage),
    loadPluginFiles(),
    newQuickJSWASMModule(newVariant(RELEASE_SYNC, { wasmLocation: '/quickjs.wasm' })),
    loadThemeCss(),
    ...weights.map((weight) => document.fonts.load(`${weight} 12px Inter`)),
  ])
  const figma = await createFigma({
    scene: scene.document,
    rasterizer: browserRasterizer,
    clientStorage: storage,
    permissions: files.manifest.permissions ?? [],
    allowedDomains: files.manifest.networkAccess?.allowedDomains ?? [],
  })
  showPage({ figma, files, theme, themeCss, proxyUrl, quickjs, scene })
}

start().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error)
  document.body.replaceChildren(element('p', { class: 'starting', role: 'alert' }, message))
  console.error(error)
})
