import { browserRasterizer } from '../render/browser-rasterizer.ts'
import { type SampleDocument, sampleDocuments } from '../scenes/scene-list.ts'
import { zoomToFit } from './camera.ts'
import { followPointer } from './canvas-pointer.ts'
import { createCanvasView } from './canvas-view.ts'
import { createDesignPanel } from './design-panel.ts'
import { element } from './element.ts'
import { createLayersPanel } from './layers-panel.ts'
import { createPagesPanel } from './pages-panel.ts'
import { createPluginController, type PluginSurroundings } from './plugin-controller.ts'
import { followShortcuts } from './shortcuts.ts'
import { createToasts, showNotifications } from './toasts.ts'
import { createToolbar } from './toolbar.ts'

export interface PageOptions extends Omit<PluginSurroundings, 'toasts'> {
  readonly scene: SampleDocument
}

const heading = (text: string) => element('h2', { class: 'panel-title' }, text)

function reset(): void {
  localStorage.clear()
  location.reload()
}

/** Builds the page around an open document, and runs the plugin once. */
export function showPage({ scene, ...surroundings }: PageOptions): void {
  const { figma, files, theme } = surroundings
  const { host } = figma
  const toasts = createToasts()
  const plugin = createPluginController({ ...surroundings, toasts })
  const view = createCanvasView(host, browserRasterizer)
  const toolbar = createToolbar({
    host,
    theme,
    scenes: Object.fromEntries(sampleDocuments.map(({ key, document }) => [key, document.name])),
    scene: scene.key,
    runPlugin: () => plugin.run(),
    fit: () => zoomToFit(host, [], plugin.covered()),
    reset,
  })
  const left = element(
    'aside',
    { class: 'panel panel-left', 'aria-label': 'Document' },
    heading('Pages'),
    createPagesPanel(host),
    heading('Layers'),
    createLayersPanel(host),
  )
  const design = createDesignPanel({ host, manifest: files.manifest, relaunch: plugin.run })
  const right = element('aside', { class: 'panel panel-right', 'aria-label': 'Design' }, design)
  const middle = element('main', { class: 'middle' }, view.root, toasts.root)
  document.body.replaceChildren(toolbar, left, middle, right, plugin.root)
  host.setViewport({ width: view.root.clientWidth, height: view.root.clientHeight })
  theme.follow(view.redraw)
  followPointer(view, host)
  followShortcuts(host, view.root, plugin.covered)
  showNotifications(host, toasts)
  host.subscribe((event) => {
    if (event.type === 'pageChanged') zoomToFit(host, [], plugin.covered())
  })
  plugin.run()
  zoomToFit(host, host.document.node(host.currentPageId)?.childIds.slice(0, scene.opensOn), plugin.covered())
}
