import type { Sharp } from 'sharp'

/** Row filters make photos about half as large; higher levels only take longer. */
export function encodePng(image: Sharp): Sharp {
  return image.png({ compressionLevel: 2, adaptiveFiltering: true, palette: false })
}
