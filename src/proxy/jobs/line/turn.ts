/** A job's permission to be sent once. */
export interface Turn {
  jobId: string
  /** Which of the job's turns it is, from 1. */
  attempt: number
}
