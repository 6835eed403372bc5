import { type FailureRow, row } from './row.ts'

/** What can be wrong with an edit and its mask. Nothing is sent or spent. */
export const EDIT_FAILURES = {
  original_missing: row(400, 'There is no picture to edit yet. Select a layer with a picture.'),
  original_too_small: row(
    400,
    'This picture is {width} × {height} pixels; an edit needs at least {least} on each side. Choose a larger one.',
  ),
  original_lost: row(
    409,
    'The picture in “{name}” was replaced or removed since it was read. Nothing was spent. Read it again, then generate.',
  ),
  canvas_too_large: row(
    400,
    'This makes a picture of {width} × {height} pixels, more than the limit of {megapixels} megapixels. Expand it less.',
  ),
  expand_nothing: row(400, 'The picture already fills this size. Choose a larger frame or a side to expand.'),
  expand_too_large: row(
    400,
    'This makes a picture of {width} × {height} pixels, and Figma takes at most {most} pixels on a side. Expand it less.',
  ),
  mask_missing: row(400, '“{verb}” needs a mask: draw over what shall change, or use layers that lie over it.'),
  mask_empty: row(
    422,
    'The mask covers nothing of the picture. Draw over what shall change, or move the layer over it.',
  ),
  mask_everything: row(
    422,
    'The mask covers the whole picture, so nothing would be protected. Make it smaller, or edit without a mask.',
  ),
  mask_outside: row(422, 'The mask lies outside the picture. Move its layers over what shall change.'),
  mask_size: row(422, 'The mask is {width} × {height} pixels and the picture {wanted}. Both must have the same size.'),
  raw_missing: row(
    404,
    'There is no picture without protection here: the job is no edit, is not done, or has fewer results. Choose another result.',
  ),
  mask_not_png: row(
    415,
    'The mask is not a PNG picture. Save it as a PNG, transparent or black where the picture may change.',
  ),
  mask_layer_moved: row(
    0,
    '“{name}” was moved or changed in size since the mask was made. Nothing was spent. Look at the mask again, then generate.',
  ),
  mask_layer_removed: row(
    0,
    'A layer of the mask was deleted meanwhile. Nothing was spent. Take it out of the mask, or draw the mask anew.',
  ),
  backdrop_removed: row(
    0,
    'The layer that was to show the background was deleted or moved elsewhere. Nothing was spent. Choose where it goes, then generate.',
  ),
} as const satisfies Record<string, FailureRow>
