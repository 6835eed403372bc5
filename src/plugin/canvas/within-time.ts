import { AppError } from '#domain/app-error.ts'

/**
 * The same promise, given up after a while: Figma may wait for a download without end.
 * @throws AppError `figma_image_slow`
 */
export function withinTime<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new AppError('figma_image_slow')), milliseconds)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
