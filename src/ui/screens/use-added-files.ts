import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

const picturesOf = (transfer: DataTransfer | null): File[] =>
  [...(transfer?.files ?? [])].filter((file) => file.type === '' || file.type.startsWith('image/'))

/** Pictures dropped on an element, or pasted anywhere in the window. */
export function useAddedFiles(target: RefObject<HTMLElement>, onFiles: (files: File[]) => void): void {
  useEffect(() => {
    const element = target.current
    const add = (event: Event, transfer: DataTransfer | null) => {
      const files = picturesOf(transfer)
      if (files.length === 0) return
      event.preventDefault()
      onFiles(files)
    }
    const onPaste = (event: ClipboardEvent) => add(event, event.clipboardData)
    const onDrop = (event: DragEvent) => add(event, event.dataTransfer)
    const onDragOver = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
    }
    window.addEventListener('paste', onPaste)
    element?.addEventListener('drop', onDrop)
    element?.addEventListener('dragover', onDragOver)
    return () => {
      window.removeEventListener('paste', onPaste)
      element?.removeEventListener('drop', onDrop)
      element?.removeEventListener('dragover', onDragOver)
    }
  }, [target, onFiles])
}
