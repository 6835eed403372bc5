/** An error in the envelope of the images API. */
export interface Refusal {
  status: number
  body: { error: { message: string; type: string; code: string | null; param: string | null } }
}

export function refusal(
  status: number,
  code: string | null,
  message: string,
  more: { param?: string; type?: string } = {},
): Refusal {
  const { param = null, type = 'invalid_request_error' } = more
  return { status, body: { error: { message, type, code, param } } }
}

/** A refusal of what the user asked for, as opposed to how it was sent. */
export const userRefusal = (code: string, message: string, param?: string): Refusal =>
  refusal(400, code, message, { type: 'image_generation_user_error', ...(param === undefined ? {} : { param }) })
