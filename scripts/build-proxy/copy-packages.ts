import { cpSync, existsSync, readFileSync } from 'node:fs'
import { sep } from 'node:path'
import { z } from 'zod'

const names = z.record(z.string(), z.string()).default({})
const manifestSchema = z.object({ dependencies: names, optionalDependencies: names })

/** What a package ships besides what runs. */
const LEFT_OUT = new Set(['src', 'install'])

/** Copies packages with everything they need at run time. Optional ones, such as other platforms', only when they are installed. */
export function copyPackages(roots: string[], to: string): void {
  const copied = new Set<string>()
  const copy = (name: string): void => {
    if (copied.has(name)) return
    copied.add(name)
    const folder = `node_modules/${name}`
    cpSync(folder, `${to}/${name}`, { recursive: true, filter: (path) => !isLeftOut(path.slice(folder.length + 1)) })
    const { dependencies, optionalDependencies } = manifestSchema.parse(
      JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')),
    )
    for (const needed of Object.keys(dependencies)) copy(needed)
    for (const optional of Object.keys(optionalDependencies)) if (existsSync(`node_modules/${optional}`)) copy(optional)
  }
  for (const root of roots) copy(root)
}

const isLeftOut = (path: string): boolean => LEFT_OUT.has(path.split(sep)[0] ?? '')
