import { useEffect } from 'preact/hooks'
import { useUi } from '../use-ui.ts'

/** Has the pictures measured that are not yet. */
export function useMeasures(pictures: readonly { imageId: string }[]): void {
  const { state, actions } = useUi()
  const { session } = state.connection
  const ids = pictures.map(({ imageId }) => imageId).join(' ')
  useEffect(() => {
    if (!session) return
    for (const imageId of ids.split(' ').filter((id) => id !== '')) void actions.measurePicture(imageId)
  }, [actions, ids, session])
}
