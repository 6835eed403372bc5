import { IconButton, IconHidden16, IconVisible16 } from '@create-figma-plugin/ui'
import { TextField } from './text-field.tsx'

interface SettingsFieldsProps {
  proxyUrl: string
  token: string
  tokenShown: boolean
  onEdit: (edited: { proxyUrl: string } | { token: string } | { tokenShown: boolean }) => void
  onEnter: () => void
}

/** The proxy's address and the member's token. */
export function SettingsFields({ proxyUrl, token, tokenShown, onEdit, onEnter }: SettingsFieldsProps) {
  const showLabel = tokenShown ? 'Hide the token' : 'Show the token'
  return (
    <>
      <TextField
        label="Address"
        value={proxyUrl}
        placeholder="http://localhost:8787"
        onInput={(value) => onEdit({ proxyUrl: value })}
        onEnter={onEnter}
      />
      <TextField
        label="Member token"
        value={token}
        placeholder="Paste the token"
        concealed={!tokenShown}
        onInput={(value) => onEdit({ token: value })}
        onEnter={onEnter}
      >
        <IconButton
          aria-label={showLabel}
          aria-pressed={tokenShown}
          title={showLabel}
          onClick={() => onEdit({ tokenShown: !tokenShown })}
        >
          {tokenShown ? <IconVisible16 /> : <IconHidden16 />}
        </IconButton>
      </TextField>
    </>
  )
}
