import { useEffect, useState } from 'preact/hooks'
import { useUi } from '../use-ui.ts'

/** The address of an edit’s picture as the model made it, in its canvas; null until there is one. */
export function useRawPicture(jobId: string, index: number): { url: string | null; failed: boolean } {
  const { actions } = useUi()
  const { rawPicture } = actions
  const [url, setUrl] = useState<string | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let current = true
    const taken = rawPicture(jobId, index)
    taken.then(
      (loaded) => current && setUrl(loaded),
      () => current && setFailed(true),
    )
    return () => {
      current = false
      taken.then(URL.revokeObjectURL, () => undefined)
    }
  }, [rawPicture, jobId, index])
  return { url, failed }
}
