import { useEffect, useState } from 'preact/hooks'

/** Where a letter is text, or chooses; radio buttons and boxes take none. */
const WRITING = 'input:not([type=radio], [type=checkbox], [type=range]), textarea, select, [contenteditable]'

const isWritten = ({ target }: Event): boolean => target instanceof Element && target.closest(WRITING) !== null

/** Whether a key is held down, in lower case; not while something is written, and not after the window lost the focus. */
export function useHeldKey(key: string): boolean {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    const onDown = (event: KeyboardEvent) => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey
      if (plain && !isWritten(event) && event.key.toLowerCase() === key) setHeld(true)
    }
    const onUp = (event: KeyboardEvent) => event.key.toLowerCase() === key && setHeld(false)
    const onBlur = () => setHeld(false)
    window.addEventListener('keydown', onDown)
    window.addEventListener('keyup', onUp)
    window.addEventListener('blur', onBlur)
    return () => {
      window.removeEventListener('keydown', onDown)
      window.removeEventListener('keyup', onUp)
      window.removeEventListener('blur', onBlur)
    }
  }, [key])
  return held
}
