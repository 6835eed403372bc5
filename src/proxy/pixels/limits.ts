/** Pixels. No result is longer, so a longer reference gains nothing, whatever its shape. */
export const MAX_REFERENCE_EDGE = 3840

/** The image API takes references under 50 MB each. */
export const MAX_REFERENCE_BYTES = 50_000_000
