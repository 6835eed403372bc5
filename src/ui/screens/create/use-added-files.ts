import { useEffect } from 'preact/hooks'

const carriesFiles = (transfer: DataTransfer | null): boolean => transfer?.types.includes('Files') ?? false

const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'file')

/** Office copies a picture of the text beside the text; a file manager copies a file's name beside the file. */
function meansText(transfer: DataTransfer, files: readonly File[]): boolean {
  const lines = transfer
    .getData('text/plain')
    .trim()
    .split(/[\r\n]+/)
  return !lines.every((line) => line === '' || files.some((file) => file.name === line))
}

/**
 * Files dropped or pasted anywhere in the window. A file nobody takes is refused too: the browser would show it in
 * place of the plugin.
 * @param onFiles null where the window takes none
 */
export function useAddedFiles(onFiles: ((files: File[]) => void) | null): void {
  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      if (!event.dataTransfer || !carriesFiles(event.dataTransfer)) return
      event.preventDefault()
      event.dataTransfer.dropEffect = onFiles ? 'copy' : 'none'
    }
    const onDrop = (event: DragEvent) => {
      if (!carriesFiles(event.dataTransfer)) return
      event.preventDefault()
      onFiles?.([...(event.dataTransfer?.files ?? [])])
    }
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (!event.clipboardData || files.length === 0 || !onFiles) return
      if (isTextField(event.target) && meansText(event.clipboardData, files)) return
      event.preventDefault()
      onFiles(files)
    }
    window.addEventListener('dragover', onDragOver)
    window.addEventListener('drop', onDrop)
    window.addEventListener('paste', onPaste)
    return () => {
      window.removeEventListener('dragover', onDragOver)
      window.removeEventListener('drop', onDrop)
      window.removeEventListener('paste', onPaste)
    }
  }, [onFiles])
}
