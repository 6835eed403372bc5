/** Which room may import which rooms and which packages. Everything else is an error. */
const rooms = {
  domain: { rooms: [], packages: ['zod'], builtins: false },
  contract: { rooms: ['domain'], packages: ['zod', 'birpc'], builtins: false },
  client: { rooms: ['domain', 'contract'], packages: ['ky', 'eventsource-parser', 'zod'], builtins: false },
  plugin: { rooms: ['domain', 'contract'], packages: ['@create-figma-plugin/utilities'], builtins: false },
  ui: {
    rooms: ['domain', 'contract', 'client'],
    packages: ['preact', '@preact/signals', '@create-figma-plugin/ui'],
    builtins: false,
  },
  proxy: {
    rooms: ['domain', 'contract'],
    packages: [
      'hono',
      '@hono/node-server',
      'openai',
      'openworkflow',
      'kysely',
      'sharp',
      'fontkit',
      'pino',
      'undici',
      'pg',
      'postgres',
      'prom-client',
      'rate-limiter-flexible',
      '@aws-sdk/client-s3',
      'zod',
    ],
    builtins: true,
  },
  cli: { rooms: ['domain', 'contract', 'client'], packages: [], builtins: true },
  playground: { rooms: [], packages: ['quickjs-emscripten', 'image-size'], builtins: false },
}

/** A package that only one place may import. */
const doors = [
  { package: 'ky', only: '^src/client/' },
  { package: 'eventsource-parser', only: '^src/client/' },
  { package: 'openai', only: '^src/proxy/engines/openai/' },
  { package: 'undici', only: '^src/proxy/engines/openai/' },
  { package: 'sharp', only: '^src/proxy/(pixels|engines/offline)/' },
  { package: 'fontkit', only: '^src/proxy/engines/offline/' },
  { package: 'openworkflow', only: '^src/proxy/jobs/' },
  { package: 'kysely', only: '^src/proxy/(database/|ledger/|jobs/|members/|image-store/|maintenance/)' },
  { package: 'pg', only: '^src/proxy/database/' },
  { package: 'postgres', only: '^src/proxy/database/' },
  { package: '@aws-sdk/client-s3', only: '^src/proxy/image-store/' },
  { package: 'prom-client', only: '^src/proxy/metrics/' },
  { package: 'rate-limiter-flexible', only: '^src/proxy/http/' },
]

const escaped = (name) => name.replaceAll('/', '\\/').replaceAll('.', '\\.')
const packagePath = (names) => `(^|/)node_modules/(${names.map(escaped).join('|')})/`

const roomRules = Object.entries(rooms).flatMap(([room, allowed]) => [
  {
    name: `${room}-rooms`,
    comment: `${room} may import only these rooms: ${allowed.rooms.join(', ') || 'none'}`,
    severity: 'error',
    from: { path: `^src/${room}/` },
    to: {
      path: '^(src|test|scripts)/',
      pathNot: [
        `^src/(${[room, ...allowed.rooms].join('|')})/`,
        ...(room === 'cli' ? ['^src/proxy/(join-proxy|open-operations|config)\\.ts$'] : []),
      ],
    },
  },
  {
    name: `${room}-packages`,
    comment: `${room} may import only these packages: ${allowed.packages.join(', ') || 'none'}`,
    severity: 'error',
    from: { path: `^src/${room}/` },
    to: {
      dependencyTypesNot: ['core', 'local', 'localmodule', 'aliased', 'aliased-subpath-import'],
      path: 'node_modules',
      ...(allowed.packages.length > 0 ? { pathNot: packagePath([...allowed.packages, '@figma/plugin-typings']) } : {}),
    },
  },
  ...(allowed.builtins
    ? []
    : [
        {
          name: `${room}-no-node`,
          comment: `${room} runs outside Node`,
          severity: 'error',
          from: { path: `^src/${room}/` },
          to: { dependencyTypes: ['core'] },
        },
      ]),
])

const doorRules = doors.map((door) => ({
  name: `door-${door.package.replaceAll(/[^a-z-]/g, '')}`,
  comment: `${door.package} is imported in one place only`,
  severity: 'error',
  from: { path: '^src/', pathNot: door.only },
  to: { path: packagePath([door.package]) },
}))

const inside = [
  {
    name: 'components-see-no-state',
    from: { path: '^src/ui/components/' },
    to: { path: '^src/ui/(state|actions|screens)/' },
  },
  {
    name: 'state-runs-nothing',
    from: { path: '^src/ui/state/' },
    to: { path: '^src/(ui/(actions|screens|components)|client)/' },
  },
  { name: 'actions-draw-nothing', from: { path: '^src/ui/actions/' }, to: { path: '^src/ui/(screens|components)/' } },
  {
    name: 'engines-know-no-service',
    from: { path: '^src/proxy/engines/' },
    to: { path: '^src/proxy/(http|jobs|ledger|members|image-store|database)/' },
  },
  {
    name: 'http-calls-services-only',
    from: { path: '^src/proxy/http/' },
    to: { path: '^src/proxy/(engines|database|pixels)/' },
  },
].map((rule) => ({ severity: 'error', ...rule }))

export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'src-knows-no-test', severity: 'error', from: { path: '^src/' }, to: { path: '^test/' } },
    ...roomRules,
    ...doorRules,
    ...inside,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
}
