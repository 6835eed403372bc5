import { GrowingText } from '../../components/fields/growing-text.tsx'
import { useUi } from '../use-ui.ts'

interface IdeaTextProps {
  label: string
  placeholder: string
  /** Lines shown when empty. */
  rows?: number
}

/** The brief’s own words; every mode has the same ones. */
export function IdeaText({ label, placeholder, rows = 4 }: IdeaTextProps) {
  const { state, dispatch } = useUi()
  return (
    <GrowingText
      label={label}
      value={state.brief.idea}
      placeholder={placeholder}
      rows={rows}
      onInput={(idea) => dispatch({ type: 'ideaWritten', idea })}
    />
  )
}
