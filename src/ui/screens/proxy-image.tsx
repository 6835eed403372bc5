import { useEffect, useState } from 'preact/hooks'
import { Thumbnail, type ThumbnailFit } from '../components/thumbnail.tsx'
import { useUi } from './use-ui.ts'

interface ProxyImageProps {
  id: string
  /** Longest edge wanted, in pixels; null for the whole picture. */
  width: number | null
  alt: string
  fit?: ThumbnailFit
}

/** A picture the proxy keeps; its address is freed when it is no longer shown. */
export function ProxyImage({ id, width, alt, fit = 'cover' }: ProxyImageProps) {
  const { images } = useUi().actions
  const [url, setUrl] = useState<string | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let current = true
    images.take(id, width).then(
      (taken) => current && setUrl(taken),
      () => current && setFailed(true),
    )
    return () => {
      current = false
      setUrl(null)
      setFailed(false)
      images.drop(id, width)
    }
  }, [images, id, width])
  return <Thumbnail url={url} failed={failed} alt={alt} fit={fit} />
}
