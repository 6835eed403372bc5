import { MoreSentences } from '../results/more-sentences.tsx'
import styles from '../screen.module.css'
import { IdeaText } from './idea-text.tsx'

const EXAMPLE =
  'What do you want to see? For example: a matte black desk lamp on walnut, warm morning light, space on the left for a headline'

/** What the designer wants, in their own words. */
export function CreateBrief() {
  return (
    <div class={styles.tight}>
      <IdeaText label="Brief" placeholder={EXAMPLE} />
      <MoreSentences />
    </div>
  )
}
