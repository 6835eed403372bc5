import { type MutableRef, useEffect, useRef } from 'preact/hooks'

interface RemovalFocus<E extends HTMLElement> {
  /** Around the rows, whose remove buttons have `data-remove`, and the button that adds one, which has `data-add`. */
  list: MutableRef<E | null>
  /** Call it right before a row goes. */
  removing: (index: number) => void
}

/** When a row goes, the focus goes to the next row’s remove button, after the last row to the button that adds one. */
export function useFocusAfterRemoval<E extends HTMLElement>(count: number): RemovalFocus<E> {
  const list = useRef<E>(null)
  const removed = useRef<number | null>(null)
  const before = useRef(count)
  useEffect(() => {
    const index = removed.current
    const fewer = count < before.current
    before.current = count
    removed.current = null
    if (index === null || !fewer) return
    const next = list.current?.querySelectorAll<HTMLElement>('[data-remove]')[index]
    const add = list.current?.querySelector<HTMLElement>('[data-add]')
    ;(next ?? add)?.focus()
  }, [count])
  return {
    list,
    removing: (index) => {
      removed.current = index
    },
  }
}
