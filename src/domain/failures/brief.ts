import { type FailureRow, row } from './row.ts'

/** What can be wrong with a brief and its frame. */
export const BRIEF_FAILURES = {
  frame_invalid: row(400, 'A frame must be between 1 and 100,000 on each side. Select a frame with a normal size.'),
  idea_missing: row(400, 'The brief is empty. Write what you want to see, then generate.'),
  frame_removed: row(
    0,
    'The frame this picture is for was deleted. Nothing was spent. Select another frame and generate again.',
  ),
  frame_resized: row(
    0,
    '“{name}” is now {size}. Nothing was spent. Look at the new size and price and generate again.',
  ),
  prompt_too_long: row(
    400,
    'The brief makes a prompt of {length} characters and the model reads at most {limit}. Shorten the brief.',
  ),
  too_many_references: row(
    400,
    'There are {count} references and the model takes at most {limit}. Remove some references.',
  ),
  model_unknown: row(400, 'This proxy does not offer the model “{model}”. Choose another model.'),
  option_unsupported: row(400, '{model} does not support {option}. Choose another value or another model.'),
  request_invalid: row(400, 'The proxy could not read this request ({where}). Update the plugin, then try again.'),
} as const satisfies Record<string, FailureRow>
