import type { Member } from '../members/find-member.ts'

/** What a request carries from one handler to the next. */
export interface Env {
  Variables: { requestId: string; member: Member }
}
