/** What may be known of an upstream error: its marks, never its text, which can quote the prompt or the key. */
export interface RefusalMarks {
  status: number | null
  code: string | null
  type: string | null
  param: string | null
  requestId: string | null
  /** Of a moderation refusal: what it was about, as `violence`, and where, as `input`. */
  categories: string[]
  stage: string | null
}

/** The cause of an AppError made from an upstream error; safe to log. */
export class UpstreamRefusal extends Error {
  override readonly name = 'UpstreamRefusal'
  readonly marks: RefusalMarks

  constructor(marks: RefusalMarks) {
    super(['upstream', marks.status ?? 'stream', marks.code ?? marks.type ?? 'without code'].join(' '))
    this.marks = marks
  }
}
