import { useEffect, useRef, useState } from 'preact/hooks'
import { useUi } from './use-ui.ts'

/**
 * The address of a picture the proxy keeps; null until there is one. While the next picture loads it is that of the one
 * before, so that nothing blinks. What failed is tried again whenever the proxy has answered.
 */
export function useProxyImage(id: string, width: number | null): { url: string | null; failed: boolean } {
  const { state, actions } = useUi()
  const { images } = actions
  const { session } = state.connection
  const [url, setUrl] = useState<string | null>(null)
  const [failed, setFailed] = useState(false)
  const [round, setRound] = useState(0)
  const failedRound = useRef<number | null>(null)
  useEffect(() => {
    if (session && failedRound.current !== null) setRound(failedRound.current + 1)
  }, [session])
  useEffect(() => {
    let current = true
    const taken = images.take(id, width)
    failedRound.current = null
    taken.then(
      (loaded) => {
        if (!current) return
        setFailed(false)
        setUrl(loaded)
      },
      () => {
        if (!current) return
        failedRound.current = round
        setFailed(true)
      },
    )
    return () => {
      current = false
      // What failed is off the shelf already; another round may have put it there anew.
      taken.then(
        () => images.drop(id, width),
        () => undefined,
      )
    }
  }, [images, id, width, round])
  return { url, failed }
}
