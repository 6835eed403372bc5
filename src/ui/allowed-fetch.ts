import { AppError } from '#domain/app-error.ts'

/** The browser tells of a refusal in a task of its own, before or after the request fails. */
const nextTask = () => new Promise((resolve) => setTimeout(resolve))

/**
 * `fetch` for a window whose policy lists the addresses it may reach: a forbidden address looks like one where nobody
 * answers, and is told apart here.
 * @throws AppError proxy_not_allowed, beside what `fetch` throws
 */
export const allowedFetch: typeof fetch = async (input, init) => {
  const { origin } = new URL(input instanceof Request ? input.url : input)
  let refused = false
  const onViolation = ({ blockedURI }: SecurityPolicyViolationEvent) => {
    refused ||= URL.canParse(blockedURI) && new URL(blockedURI).origin === origin
  }
  document.addEventListener('securitypolicyviolation', onViolation)
  try {
    return await fetch(input, init)
  } catch (error) {
    await nextTask()
    if (refused) throw new AppError('proxy_not_allowed', { details: { address: origin } })
    throw error
  } finally {
    document.removeEventListener('securitypolicyviolation', onViolation)
  }
}
