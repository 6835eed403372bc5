import { englishZod } from './scripts/english-zod.ts'

/** Figma runs the main thread in QuickJS, which knows ES2020 and some of what came later. */
export default function main(options) {
  return { ...options, target: 'es2020', plugins: [...options.plugins, englishZod] }
}
