import { Thumbnail, type ThumbnailFit } from '../components/thumbnail.tsx'
import { useProxyImage } from './use-proxy-image.ts'

interface ProxyImageProps {
  id: string
  /** Longest edge wanted, in pixels; null for the whole picture. */
  width: number | null
  alt: string
  fit?: ThumbnailFit
}

/** A picture the proxy keeps. */
export function ProxyImage({ id, width, alt, fit = 'cover' }: ProxyImageProps) {
  const { url, failed } = useProxyImage(id, width)
  return <Thumbnail url={url} failed={failed} alt={alt} fit={fit} />
}
