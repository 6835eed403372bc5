import type { FigmaHost } from '../figma/simulated-figma.ts'
import { zoomByStep } from './camera.ts'
import { element } from './element.ts'
import { type IconName, icon } from './icon.ts'
import type { Theme } from './theme.ts'

export interface ToolbarOptions {
  readonly host: FigmaHost
  readonly theme: Theme
  /** Key in the address and name of each sample document. */
  readonly scenes: Readonly<Record<string, string>>
  readonly scene: string
  runPlugin(): void
  fit(): void
  reset(): void
}

const latencies = { 0: 'No delay', 150: '150 ms', 600: '600 ms', 2000: '2 s' }

const iconButton = (name: IconName, label: string, click: () => void) =>
  element('button', { class: 'icon-button', 'aria-label': label, title: label, click }, icon(name))

function chooser(
  label: string,
  choices: Readonly<Record<string, string>>,
  value: string,
  change: (key: string) => void,
) {
  const options = Object.entries(choices).map(([key, text]) =>
    element('option', { value: key, selected: key === value }, text),
  )
  const select = element('select', { class: 'select', 'aria-label': label, title: label }, ...options)
  select.addEventListener('change', () => change(select.value))
  return select
}

function openScene(key: string): void {
  const address = new URL(location.href)
  address.searchParams.set('scene', key)
  location.assign(address)
}

function themeButton(theme: Theme): HTMLElement {
  const button = element('button', { class: 'icon-button', click: () => theme.toggle() })
  theme.follow((name) => {
    const label = name === 'light' ? 'Use the dark theme' : 'Use the light theme'
    button.replaceChildren(icon(name === 'light' ? 'moon' : 'sun'))
    button.setAttribute('aria-label', label)
    button.title = label
  })
  return button
}

function zoomControls(host: FigmaHost, fit: () => void): HTMLElement {
  const percent = element('span', { class: 'zoom-level', role: 'status', 'aria-label': 'Zoom' })
  const draw = () => {
    percent.textContent = `${Math.round(host.viewport.zoom * 100)}%`
  }
  host.subscribe((event) => event.type === 'viewportChanged' && draw())
  draw()
  return element(
    'div',
    { class: 'toolbar-group', role: 'group', 'aria-label': 'Zoom' },
    iconButton('minus', 'Zoom out', () => zoomByStep(host, 0.8)),
    percent,
    iconButton('plus', 'Zoom in', () => zoomByStep(host, 1.25)),
    iconButton('fit', 'Zoom to fit', fit),
  )
}

/** The bar above everything. */
export function createToolbar({ host, theme, scenes, scene, runPlugin, fit, reset }: ToolbarOptions): HTMLElement {
  const access = { edit: 'Can edit', view: 'Can view' }
  return element(
    'header',
    { class: 'toolbar' },
    element('h1', { class: 'brand' }, icon('frame'), 'Framewright', element('span', {}, 'playground')),
    chooser('Document', scenes, scene, openScene),
    element(
      'div',
      { class: 'toolbar-group', role: 'group', 'aria-label': 'History' },
      iconButton('undo', 'Undo', () => host.undo()),
      iconButton('redo', 'Redo', () => host.redo()),
    ),
    zoomControls(host, fit),
    element('span', { class: 'toolbar-space' }),
    chooser('File access', access, 'edit', (key) => host.setReadOnly(key === 'view')),
    chooser("Delay of Figma's answers", latencies, '0', (key) => host.setLatency(Number(key))),
    themeButton(theme),
    element(
      'button',
      { class: 'button', title: 'Forget what the plugin has stored, and reload', click: reset },
      'Reset',
    ),
    element('button', { class: 'button button-primary', click: runPlugin }, icon('play'), 'Run plugin'),
  )
}
