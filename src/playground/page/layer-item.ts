import { element } from './element.ts'
import { icon, layerIcon } from './icon.ts'
import type { LayerRow } from './layer-rows.ts'

export interface LayerItemOptions {
  readonly row: LayerRow
  readonly selected: boolean
  /** The one row that Tab reaches. */
  readonly reachable: boolean
  toggle(): void
  choose(adds: boolean): void
}

const purpleTypes = new Set(['COMPONENT', 'COMPONENT_SET', 'INSTANCE'])

/** One row of the layer list. */
export function createLayerItem({ row, selected, reachable, toggle, choose }: LayerItemOptions): HTMLElement {
  const { node, depth, expanded, dimmed } = row
  const opens = node.childIds.length > 0
  const marks = [node.locked ? 'locked' : '', node.visible ? '' : 'hidden'].filter(Boolean)
  const item = element('div', {
    class: 'layer',
    role: 'treeitem',
    'data-id': node.id,
    'aria-level': depth + 1,
    'aria-selected': String(selected),
    'aria-expanded': opens ? String(expanded) : undefined,
    'aria-label': [node.name, ...marks].join(', '),
    tabindex: reachable ? 0 : -1,
    style: `--depth: ${depth}`,
    click: (event) => choose(event instanceof MouseEvent && (event.shiftKey || event.ctrlKey || event.metaKey)),
  })
  item.classList.toggle('layer-dimmed', dimmed)
  item.classList.toggle('layer-component', purpleTypes.has(node.type))
  item.classList.toggle('layer-top', depth === 0)
  const chevron = element('span', { class: 'layer-chevron', 'aria-hidden': 'true' })
  if (opens) {
    chevron.append(icon('chevron'))
    chevron.addEventListener('click', (event) => {
      event.stopPropagation()
      toggle()
    })
  }
  item.append(chevron, icon(layerIcon(node)), element('span', { class: 'layer-name' }, node.name))
  if (node.locked) item.append(icon('lock'))
  if (!node.visible) item.append(icon('hidden'))
  return item
}
