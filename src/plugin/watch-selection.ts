import type { Selection } from '#contract/plugin-wire.ts'
import { getSelection } from './get-selection.ts'

/** Milliseconds: many changes in a row, as when a layer is dragged, become one event. */
const QUIET = 50

/**
 * Tells when something else is selected or a selected layer changes (its size, its name, its fills). Starts with the
 * window's first message: before that nobody listens.
 */
export function watchSelection(tell: (selection: Selection) => Promise<unknown>): void {
  let waiting = false
  let page = figma.currentPage
  const send = async () => {
    waiting = false
    try {
      await tell(getSelection())
    } catch {
      // The window has closed, or a layer went while it was being read; the next change tells again.
    }
  }
  const changed = () => {
    if (waiting) return
    waiting = true
    setTimeout(send, QUIET)
  }
  const edited = ({ nodeChanges }: NodeChangeEvent) => {
    const selected = new Set(page.selection.map(({ id }) => id))
    if (nodeChanges.some(({ id }) => selected.has(id))) changed()
  }
  const pageChanged = () => {
    if (!page.removed) page.off('nodechange', edited)
    page = figma.currentPage
    page.on('nodechange', edited)
    changed()
  }
  figma.ui.once('message', () => {
    page.on('nodechange', edited)
    figma.on('selectionchange', changed)
    figma.on('currentpagechange', pageChanged)
  })
}
