/** The operator asked for what cannot be done; the message says why. */
export class OperationRefused extends Error {
  override readonly name = 'OperationRefused'
}
