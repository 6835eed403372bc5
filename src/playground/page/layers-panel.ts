import type { FigmaHost } from '../figma/simulated-figma.ts'
import { element } from './element.ts'
import { createLayerItem } from './layer-item.ts'
import { ancestorIds, type LayerRow, layerRows } from './layer-rows.ts'
import { toggled } from './toggled.ts'

/** The layers of the current page as a tree; arrows move the selection and open or close a row. */
export function createLayersPanel(host: FigmaHost): HTMLElement {
  const open = new Set<string>(host.document.node(host.currentPageId)?.childIds.slice(0, 1))
  const tree = element('div', { class: 'layers', role: 'tree', 'aria-label': 'Layers', 'aria-multiselectable': 'true' })
  let rows: LayerRow[] = []
  const setOpen = (id: string, expanded: boolean) => {
    if (expanded) open.add(id)
    else open.delete(id)
    draw()
  }
  const focusRow = (id: string) => tree.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`)?.focus()
  const draw = () => {
    const page = host.document.node(host.currentPageId)
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['id'] : undefined
    const hadFocus = tree.contains(document.activeElement)
    rows = page ? layerRows(host.document, page, open) : []
    const first = rows.find((row) => host.selection.includes(row.node.id)) ?? rows[0]
    const items = rows.map((row) =>
      createLayerItem({
        row,
        selected: host.selection.includes(row.node.id),
        reachable: row === first,
        toggle: () => setOpen(row.node.id, !row.expanded),
        choose: (adds) => host.select(adds ? toggled(host.selection, row.node.id) : [row.node.id]),
      }),
    )
    tree.replaceChildren(...items)
    if (hadFocus && focused) focusRow(focused)
  }
  const moveTo = (row: LayerRow | undefined, adds: boolean) => {
    if (!row) return
    host.select(adds ? [...new Set([...host.selection, row.node.id])] : [row.node.id])
    focusRow(row.node.id)
  }
  const keys: Record<string, (index: number, row: LayerRow, adds: boolean) => void> = {
    ArrowDown: (index, _row, adds) => moveTo(rows[index + 1], adds),
    ArrowUp: (index, _row, adds) => moveTo(rows[index - 1], adds),
    ArrowRight: (index, row) => (row.expanded ? moveTo(rows[index + 1], false) : setOpen(row.node.id, true)),
    ArrowLeft: (_index, row) =>
      row.expanded
        ? setOpen(row.node.id, false)
        : moveTo(
            rows.find((other) => other.node.id === row.node.parentId),
            false,
          ),
    Enter: (_index, row, adds) => moveTo(row, adds),
    ' ': (_index, row, adds) => moveTo(row, adds),
  }
  tree.addEventListener('keydown', (event) => {
    const id = event.target instanceof HTMLElement ? event.target.dataset['id'] : undefined
    const index = rows.findIndex((row) => row.node.id === id)
    const row = rows[index]
    const act = keys[event.key]
    if (!row || !act) return
    event.preventDefault()
    act(index, row, event.shiftKey)
  })
  host.subscribe((event) => {
    if (event.type === 'selectionChanged') {
      for (const id of event.ids) for (const ancestor of ancestorIds(host.document, id)) open.add(ancestor)
    }
    if (!['selectionChanged', 'documentChanged', 'pageChanged'].includes(event.type)) return
    draw()
    if (event.type === 'selectionChanged')
      tree.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  })
  draw()
  return tree
}
