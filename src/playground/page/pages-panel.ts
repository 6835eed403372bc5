import type { FigmaHost } from '../figma/simulated-figma.ts'
import { element } from './element.ts'
import { icon } from './icon.ts'

/** The pages of the document. */
export function createPagesPanel(host: FigmaHost): HTMLElement {
  const list = element('div', { class: 'pages', role: 'group', 'aria-label': 'Pages' })
  const draw = () => {
    const buttons = host.pageIds.map((id) =>
      element(
        'button',
        {
          class: 'page',
          'aria-current': id === host.currentPageId ? 'page' : undefined,
          click: () => host.setCurrentPage(id),
        },
        icon('page'),
        host.document.node(id)?.name ?? '',
      ),
    )
    list.replaceChildren(...buttons)
  }
  host.subscribe((event) => {
    if (event.type === 'pageChanged' || event.type === 'documentChanged') draw()
  })
  draw()
  return list
}
