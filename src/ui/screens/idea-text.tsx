import { GrowingText } from '../components/growing-text.tsx'
import { useUi } from './use-ui.ts'

interface IdeaTextProps {
  label: string
  placeholder: string
}

/** The brief’s own words; every mode has the same ones. */
export function IdeaText({ label, placeholder }: IdeaTextProps) {
  const { state, dispatch } = useUi()
  return (
    <GrowingText
      label={label}
      value={state.brief.idea}
      placeholder={placeholder}
      onInput={(idea) => dispatch({ type: 'ideaWritten', idea })}
    />
  )
}
