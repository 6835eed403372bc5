import { IconButton, IconPlus16 } from '@create-figma-plugin/ui'
import { useRef } from 'preact/hooks'

interface FileButtonProps {
  label: string
  onFiles: (files: File[]) => void
}

/** Opens the system's file dialog for pictures. */
export function FileButton({ label, onFiles }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept="image/png,image/jpeg,image/webp,image/gif"
        aria-label={label}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
      <IconButton data-add aria-label={label} title={label} onClick={() => input.current?.click()}>
        <IconPlus16 />
      </IconButton>
    </>
  )
}
