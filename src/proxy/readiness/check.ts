/** One thing that taking jobs needs, in a sentence. */
export interface Check {
  ok: boolean
  said: string
}
