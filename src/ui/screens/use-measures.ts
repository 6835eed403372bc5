import { useEffect } from 'preact/hooks'
import type { Reference } from '#domain/reference.ts'
import { useUi } from './use-ui.ts'

/** Has the pictures measured that are not yet. */
export function useMeasures(references: readonly Reference[]): void {
  const { state, actions } = useUi()
  const { session } = state.connection
  const ids = references.map(({ imageId }) => imageId).join(' ')
  useEffect(() => {
    if (!session) return
    for (const imageId of ids.split(' ').filter((id) => id !== '')) void actions.measurePicture(imageId)
  }, [actions, ids, session])
}
