import type { FigmaHost } from '../figma/simulated-figma.ts'
import { element } from './element.ts'
import { icon } from './icon.ts'

const steps: Record<string, readonly [number, number]> = {
  ArrowLeft: [-16, 0],
  ArrowRight: [16, 0],
  ArrowUp: [0, -16],
  ArrowDown: [0, 16],
}

export interface PluginWindow {
  readonly root: HTMLElement
  show(content: HTMLElement, title: string, width: number, height: number): void
  resize(width: number, height: number): void
  setVisible(visible: boolean): void
  hide(): void
  /** Pixels from its left edge to where the right panel begins; 0 when hidden or moved to the left. */
  covered(): number
}

/** Moves the window by its title bar, and keeps the bar within reach. */
function makeMovable(root: HTMLElement, bar: HTMLElement): (dx: number, dy: number) => void {
  const moveBy = (dx: number, dy: number) => {
    const left = Math.min(innerWidth - 80, Math.max(80 - root.offsetWidth, root.offsetLeft + dx))
    const top = Math.min(innerHeight - 40, Math.max(48, root.offsetTop + dy))
    Object.assign(root.style, { left: `${left}px`, top: `${top}px`, right: 'auto' })
  }
  bar.addEventListener('pointerdown', (event) => {
    if (event.target instanceof Element && event.target.closest('button')) return
    bar.setPointerCapture(event.pointerId)
  })
  bar.addEventListener('pointermove', (event) => {
    if (bar.hasPointerCapture(event.pointerId)) moveBy(event.movementX, event.movementY)
  })
  bar.addEventListener('keydown', (event) => {
    const step = steps[event.key]
    if (!step || event.target !== bar) return
    event.preventDefault()
    event.stopPropagation()
    moveBy(...step)
  })
  return moveBy
}

/** The floating window Figma draws around a plugin's UI. */
export function createPluginWindow(host: FigmaHost): PluginWindow {
  const title = element('span', { class: 'plugin-title' })
  const close = element(
    'button',
    { class: 'icon-button', 'aria-label': 'Close plugin', click: () => host.closeUi() },
    icon('close'),
  )
  const bar = element(
    'div',
    { class: 'plugin-bar', tabindex: 0, role: 'group', 'aria-label': 'Plugin window: arrow keys move it' },
    title,
    close,
  )
  const body = element('div', { class: 'plugin-body' })
  const root = element('section', { class: 'plugin-window', hidden: true, 'aria-label': 'Plugin' }, bar, body)
  const moveBy = makeMovable(root, bar)
  const resize = (width: number, height: number) => {
    Object.assign(body.style, { width: `${Math.max(70, width)}px`, height: `${height}px` })
    if (!root.hidden) moveBy(0, 0)
  }
  return {
    root,
    resize,
    show(content, text, width, height) {
      title.textContent = text
      body.replaceChildren(content)
      root.hidden = false
      resize(width, height)
    },
    setVisible(visible) {
      root.hidden = !visible
    },
    covered() {
      const rightPanel = 240
      const room = innerWidth - rightPanel - root.offsetLeft
      return root.hidden || room > root.offsetWidth * 2 ? 0 : Math.max(0, room)
    },
    hide() {
      root.hidden = true
      body.replaceChildren()
    },
  }
}
