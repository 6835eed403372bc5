import { AppError } from '#domain/app-error.ts'
import type { FailureCode } from '#domain/failure.ts'

/** What Figma's messages say, most telling first. Figma has no error codes. */
const MESSAGES: { says: RegExp; code: FailureCode }[] = [
  { says: /read-only/i, code: 'file_read_only' },
  { says: /does not exist/i, code: 'node_removed' },
  { says: /cannot be overrid+en on an instance/i, code: 'fill_not_overridable' },
  { says: /instance or is inside of an instance/i, code: 'node_inside_instance' },
  { says: /image is too large/i, code: 'figma_image_too_large' },
  { says: /in createImage:/i, code: 'figma_image_refused' },
  { says: /may not have any visible layers/i, code: 'nothing_visible' },
  { says: /quota|exceed/i, code: 'storage_full' },
]

/** Mistakes in this code rather than answers of Figma; they cross as `internal`, their text left out. */
const OWN_MISTAKES = ['TypeError', 'ReferenceError', 'RangeError', 'SyntaxError', 'ZodError', '$ZodError']

const LONGEST_REASON = 200

/**
 * The failure of whatever a Figma call threw; `exportAsync` rejects with plain strings.
 * @param name the layer's name, for the sentence
 */
export function figmaFailure(error: unknown, name = 'This layer'): unknown {
  if (error instanceof AppError) return error
  if (error instanceof Error && OWN_MISTAKES.includes(error.name)) return error
  const text = typeof error === 'string' ? error : error instanceof Error ? error.message : ''
  const known = MESSAGES.find((message) => message.says.test(text))
  if (known) return new AppError(known.code, { details: { name }, cause: error })
  if (text === '') return error
  return new AppError('canvas_failed', { details: { reason: text.slice(0, LONGEST_REASON) }, cause: error })
}
