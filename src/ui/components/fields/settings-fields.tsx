import { IconButton, IconHidden16, IconVisible16, Textbox } from '@create-figma-plugin/ui'
import { useId } from 'preact/hooks'
import styles from './settings-fields.module.css'

interface SettingsFieldsProps {
  proxyUrl: string
  token: string
  tokenShown: boolean
  onEdit: (edited: { proxyUrl: string } | { token: string } | { tokenShown: boolean }) => void
  onEnter: () => void
}

/** The proxy's address and the member's token. */
export function SettingsFields({ proxyUrl, token, tokenShown, onEdit, onEnter }: SettingsFieldsProps) {
  const [addressId, tokenId] = [useId(), useId()]
  const onKeyDown = (event: KeyboardEvent) => event.key === 'Enter' && onEnter()
  const showLabel = tokenShown ? 'Hide the token' : 'Show the token'
  return (
    <>
      <div>
        <label class={styles.label} for={addressId}>
          Address
        </label>
        <Textbox
          id={addressId}
          value={proxyUrl}
          placeholder="http://localhost:8787"
          onKeyDown={onKeyDown}
          onValueInput={(value) => onEdit({ proxyUrl: value })}
        />
      </div>
      <div>
        <label class={styles.label} for={tokenId}>
          Member token
        </label>
        <div class={styles.row}>
          <div class={styles.box}>
            <Textbox
              id={tokenId}
              value={token}
              password={!tokenShown}
              placeholder="Paste the token"
              onKeyDown={onKeyDown}
              onValueInput={(value) => onEdit({ token: value })}
            />
          </div>
          <IconButton
            aria-label={showLabel}
            aria-pressed={tokenShown}
            title={showLabel}
            onClick={() => onEdit({ tokenShown: !tokenShown })}
          >
            {tokenShown ? <IconVisible16 /> : <IconHidden16 />}
          </IconButton>
        </div>
      </div>
    </>
  )
}
