import { VERBS, type Verb } from '#domain/edits/verb.ts'

/** What an edit asks for: a verb, or to continue the picture beyond its borders. */
export type Task = Verb | 'expand'

const isVerb = (name: string): name is Verb => name in VERBS

/** Reads it from the prompt’s task line; a prompt without one asks for a change. */
export function taskOf(prompt: string): Task {
  const task = /^Task: (.*)$/m.exec(prompt)?.[1] ?? ''
  const verb = Object.keys(VERBS).find((name) => isVerb(name) && VERBS[name].task === task)
  if (verb !== undefined && isVerb(verb)) return verb
  return /^continue the picture/i.test(task) ? 'expand' : 'change'
}

/** Lines that say what is to be seen after the edit; the others say what stays. */
const WANTED = /^(?:Change|Continue with|Scene|Subject|Composition|Light|Style): /

/** What the designer wrote, one line after another. */
export const wantedLines = (prompt: string): string[] =>
  prompt.split('\n').flatMap((line) => (WANTED.test(line) ? [line.replace(WANTED, '')] : []))
