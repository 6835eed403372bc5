import type { NodeModel } from '../figma/node-model.ts'
import type { FigmaHost } from '../figma/simulated-figma.ts'
import { element } from './element.ts'
import { createFillRow } from './fill-row.ts'
import { icon, layerIcon } from './icon.ts'
import type { Manifest } from './plugin-files.ts'

export interface DesignPanelOptions {
  readonly host: FigmaHost
  readonly manifest: Manifest
  relaunch(command: string): void
}

const round = (value: number) => String(Math.round(value * 100) / 100)
const typeNames: Partial<Record<NodeModel['type'], string>> = {
  COMPONENT_SET: 'Component set',
}
const written = (name: string) => name.charAt(0) + name.slice(1).toLowerCase()
const typeName = ({ type, booleanOperation }: NodeModel) =>
  type === 'BOOLEAN_OPERATION' ? written(booleanOperation) : (typeNames[type] ?? written(type))

const section = (title: string, ...children: readonly (Node | string)[]) =>
  element('section', { class: 'design-section' }, element('h2', {}, title), ...children)

/** Letter and value, the way Figma's fields show them. */
function fields(values: Readonly<Record<string, string>>): HTMLElement {
  const pairs = Object.entries(values).map(([name, value]) =>
    element('div', { class: 'field' }, element('dt', {}, name), element('dd', {}, value)),
  )
  return element('dl', { class: 'fields' }, ...pairs)
}

const radius = ({ cornerRadius }: NodeModel) =>
  typeof cornerRadius === 'number' ? round(cornerRadius) : cornerRadius.map(round).join(' ')

function paints(host: FigmaHost, title: string, list: readonly Paint[]): HTMLElement[] {
  if (list.length === 0) return []
  const rows = list.toReversed().map((paint) => createFillRow(host, paint))
  return [section(title, element('ul', { class: 'fills' }, ...rows))]
}

function relaunchButtons({ manifest, relaunch }: DesignPanelOptions, node: NodeModel): HTMLElement[] {
  const entries = Object.entries(node.relaunchData)
  if (entries.length === 0) return []
  const buttons = entries.map(([command, description]) => {
    const name = manifest.relaunchButtons?.find((button) => button.command === command)?.name ?? command
    return element(
      'div',
      { class: 'relaunch' },
      element('button', { class: 'button', click: () => relaunch(command) }, icon('play'), name),
      element('p', {}, description),
    )
  })
  return [section('Plugin', ...buttons)]
}

function describeNode(options: DesignPanelOptions, node: NodeModel): HTMLElement[] {
  const { host } = options
  const fills = node.segments ? node.segments.flatMap((segment) => segment.fills) : node.fills
  const text =
    node.type === 'TEXT'
      ? [
          section(
            'Text',
            element('p', { class: 'characters' }, node.characters),
            fields({ Size: round(node.fontSize), Weight: round(node.fontWeight) }),
          ),
        ]
      : []
  return [
    element(
      'header',
      { class: 'design-head' },
      icon(layerIcon(node)),
      element('span', { class: 'design-name' }, node.name),
      element('span', { class: 'design-type' }, typeName(node)),
    ),
    section('Position', fields({ X: round(node.x), Y: round(node.y), '∠': `${round(node.rotation)}°` })),
    section(
      'Layout',
      fields({
        W: round(node.width),
        H: round(node.height),
        ...(node.layoutMode === 'NONE' ? {} : { Flow: node.layoutMode.toLowerCase() }),
      }),
    ),
    section('Appearance', fields({ Opacity: `${Math.round(node.opacity * 100)}%`, Radius: radius(node) })),
    ...text,
    ...paints(host, node.segments ? 'Fill (mixed)' : 'Fill', fills),
    ...paints(host, 'Stroke', node.strokes),
    ...relaunchButtons(options, node),
  ]
}

/** What Figma's right panel tells about the selection. */
export function createDesignPanel(options: DesignPanelOptions): HTMLElement {
  const { host } = options
  const root = element('div', { class: 'design' })
  const draw = () => {
    const nodes = host.selection.flatMap((id) => host.document.node(id) ?? [])
    const [only] = nodes
    if (nodes.length === 1 && only) return root.replaceChildren(...describeNode(options, only))
    const note = nodes.length === 0 ? 'Select a layer to see its properties.' : `${nodes.length} layers selected.`
    return root.replaceChildren(element('p', { class: 'design-empty' }, note))
  }
  host.subscribe((event) => {
    if (event.type === 'selectionChanged' || event.type === 'documentChanged' || event.type === 'pageChanged') draw()
  })
  draw()
  return root
}
