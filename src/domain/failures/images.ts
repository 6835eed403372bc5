import { type FailureRow, row } from './row.ts'

/** What can be wrong with a picture. */
export const IMAGE_FAILURES = {
  image_unreadable: row(
    415,
    'This file is not a PNG, JPEG, WEBP or GIF picture, whatever its name says. Choose a picture file.',
  ),
  image_damaged: row(
    422,
    'This picture is damaged or cut short and cannot be opened. Export it again and add the new file.',
  ),
  image_too_large: row(
    413,
    'This picture is {width} × {height} pixels, more than the limit of {megapixels} megapixels. Make it smaller and add it again.',
  ),
  image_too_heavy: row(413, 'This picture is larger than {limit} MB. Make it smaller and add it again.'),
  image_missing: row(404, 'The proxy does not have this picture (any more). Add it again.'),
  image_animated: row(
    415,
    'This GIF moves, and an edit would keep one picture of it only. Export the picture you mean as PNG and edit that.',
  ),
} as const satisfies Record<string, FailureRow>
