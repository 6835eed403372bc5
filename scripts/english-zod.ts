import type { Plugin } from 'esbuild'

/** Zod carries its error messages in some fifty languages; Framewright shows none of them, and each costs loading time. */
export const englishZod: Plugin = {
  name: 'english-zod',
  setup(build) {
    build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js'",
    }))
  },
}
