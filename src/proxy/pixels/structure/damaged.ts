import { AppError } from '#domain/app-error.ts'

export const damaged = (): AppError => new AppError('image_damaged')
