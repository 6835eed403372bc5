import { type FailureRow, row } from './row.ts'

/** Where the canvas refuses. */
export const CANVAS_FAILURES = {
  nothing_selected: row(0, 'Nothing is selected. Select a frame on the canvas.'),
  node_removed: row(
    0,
    'That layer was deleted meanwhile. Nothing is lost: select another frame and place the picture there.',
  ),
  other_file: row(0, 'This picture was made for a frame in another file. Select a layer here and place it.'),
  node_has_no_fill: row(
    0,
    '“{name}” cannot hold an image fill. Place the picture as a new layer, or select another layer.',
  ),
  layer_impossible: row(
    0,
    'Figma has no place for a new layer at “{name}”. Place the picture as an image fill or beside it.',
  ),
  node_inside_instance: row(
    0,
    '“{name}” is an instance or inside one, where Figma allows no new layers. Place the picture as an image fill or beside the frame.',
  ),
  fill_not_overridable: row(
    0,
    'Figma does not let this instance change the fill of “{name}”. Change the main component, detach the instance, or place the picture beside it.',
  ),
  file_read_only: row(
    0,
    'This file is read-only for you, so nothing can be placed. Duplicate the file to your drafts and try again.',
  ),
  nothing_visible: row(0, '“{name}” has nothing visible to export. Show the layer and its parents, then try again.'),
  fill_missing: row(0, '“{name}” has no image fill any more. Add the reference again.'),
  figma_image_refused: row(0, 'Figma cannot use this picture. It takes PNG, JPEG and GIF up to 4096 pixels a side.'),
  figma_image_too_large: row(
    0,
    'This picture is larger than the 4096 pixels a side that Figma takes. Make a smaller one.',
  ),
  figma_image_slow: row(0, 'Figma has not loaded this picture yet. Wait until it shows on the canvas and try again.', {
    retryable: true,
  }),
  image_replaced: row(
    0,
    'The picture in “{name}” was replaced meanwhile. Nothing was changed. Read the picture again, or place the result beside it.',
  ),
  fill_tiled: row(0, 'The picture in “{name}” is tiled. Set its fill to Fill, Fit or Crop, then edit it.'),
  review_nothing: row(0, 'There is no picture of Framewright on “{name}” to review. Place one first.'),
  before_lost: row(
    0,
    'The picture that was in “{name}” before is no longer kept. Nothing was changed. Undo, or Figma’s version history, has it.',
  ),
  storage_full: row(0, 'Figma’s storage for this plugin is full, so the change was not saved.'),
  method_unknown: row(0, 'The two halves of the plugin are of different versions. Close the plugin and open it again.'),
  canvas_failed: row(0, 'Figma refused: {reason}'),
} as const satisfies Record<string, FailureRow>
