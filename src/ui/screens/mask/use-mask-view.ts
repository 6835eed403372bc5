import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { MaskPoint } from '#contract/draw-op.ts'
import { fitView, panView, type View, zoomView } from '../../mask/view.ts'

interface Extent {
  width: number
  height: number
}

export interface MaskView {
  view: View
  /** Points of the window the picture is shown in. */
  room: Extent
  /** `at`: what stays where it is; the middle when it is left out. */
  zoom: (by: number, at?: MaskPoint) => void
  pan: (by: MaskPoint) => void
  fit: () => void
}

const NO_ROOM: Extent = { width: 1, height: 1 }
/** How much a notch of a wheel zooms. */
const WHEEL = 0.002

/** Which part of the picture is seen; the whole of it at first and whenever the window changes its size before a zoom. */
export function useMaskView(box: RefObject<HTMLElement>, picture: Extent): MaskView {
  const [room, setRoom] = useState(NO_ROOM)
  const [chosen, setChosen] = useState<View | null>(null)
  const view = chosen ?? fitView(picture, room)
  const latest = useRef(view)
  latest.current = view
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => setRoom({ width: element.clientWidth || 1, height: element.clientHeight || 1 })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [box])
  const change = (next: View): void => {
    latest.current = next
    setChosen(next)
  }
  const zoom: MaskView['zoom'] = (by, at = { x: room.width / 2, y: room.height / 2 }) =>
    change(zoomView(latest.current, by, at, { picture, room }))
  const pan: MaskView['pan'] = (by) => change(panView(latest.current, by, { picture, room }))
  useWheel(box, { zoom, pan })
  return { view, room, zoom, pan, fit: () => setChosen(null) }
}

/** As in Figma: the wheel moves, with Ctrl or ⌘, or two fingers on a trackpad, it zooms. */
function useWheel(box: RefObject<HTMLElement>, does: Pick<MaskView, 'zoom' | 'pan'>): void {
  const latest = useRef(does)
  latest.current = does
  useEffect(() => {
    const element = box.current
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const { left, top } =
        event.currentTarget instanceof Element ? event.currentTarget.getBoundingClientRect() : new DOMRect()
      if (event.ctrlKey || event.metaKey) {
        latest.current.zoom(Math.exp(-event.deltaY * WHEEL), { x: event.clientX - left, y: event.clientY - top })
      } else latest.current.pan({ x: -event.deltaX, y: -event.deltaY })
    }
    // Only a listener that is not passive can keep the window itself from zooming.
    element?.addEventListener('wheel', onWheel, { passive: false })
    return () => element?.removeEventListener('wheel', onWheel)
  }, [box])
}
