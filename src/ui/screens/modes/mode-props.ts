import type { GenerateOffer } from '../../state/brief/generate-offer.ts'

/** What the parts of every mode are given. */
export interface ModeProps {
  offer: GenerateOffer
}
