import type { FigmaHost } from '../figma/simulated-figma.ts'
import { panBy, zoomByStep, zoomToFit } from './camera.ts'

/** Keys that work anywhere on the page, outside fields. `mod` is Ctrl or Cmd. */
const anywhere: Record<string, (host: FigmaHost, covered: number) => void> = {
  'mod+z': (host) => host.undo(),
  'mod+shift+z': (host) => host.redo(),
  'mod+y': (host) => host.redo(),
  '+': (host) => zoomByStep(host, 1.25),
  'shift++': (host) => zoomByStep(host, 1.25),
  '=': (host) => zoomByStep(host, 1.25),
  '-': (host) => zoomByStep(host, 0.8),
  'shift+1': (host, covered) => zoomToFit(host, [], covered),
  'shift+!': (host, covered) => zoomToFit(host, [], covered),
  'shift+2': (host, covered) => zoomToFit(host, host.selection, covered),
  'shift+@': (host, covered) => zoomToFit(host, host.selection, covered),
  escape: (host) => host.select([]),
}

function removeSelection(host: FigmaHost): void {
  for (const id of host.selection) host.remove(id)
}

/** Keys for the canvas itself. */
const onCanvas: Record<string, (host: FigmaHost) => void> = {
  arrowleft: (host) => panBy(host, -48, 0),
  arrowright: (host) => panBy(host, 48, 0),
  arrowup: (host) => panBy(host, 0, -48),
  arrowdown: (host) => panBy(host, 0, 48),
  delete: removeSelection,
  backspace: removeSelection,
}

const chord = ({ ctrlKey, metaKey, shiftKey, key }: KeyboardEvent) =>
  [...(ctrlKey || metaKey ? ['mod'] : []), ...(shiftKey ? ['shift'] : []), key.toLowerCase()].join('+')

const isField = (target: EventTarget | null) => target instanceof Element && target.matches('input, textarea, select')

export function followShortcuts(host: FigmaHost, canvas: HTMLElement, covered: () => number): void {
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || isField(event.target)) return
    const keys = chord(event)
    const act = anywhere[keys] ?? (event.target === canvas ? onCanvas[keys] : undefined)
    if (!act) return
    event.preventDefault()
    act(host, covered())
  })
}
