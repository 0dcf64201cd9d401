// The arrows of the house (house.json), the cycles and the dead ends. What this tool can't see, types imported
// by a .svelte file, the ESLint rule in test/house/arrows-rule.js sees.
const house = require('./house.json');

const TEST = '\\.test\\.ts$';
const DOORS = '^src/(main|engine\\.worker|service-worker)\\.ts$';
const under = (rooms) => rooms.map((room) => `^src/${room}/`);
const packages = (names) => names.map((name) => `(^|/)node_modules/${name}/`);

const arrows = Object.entries(house.rooms).flatMap(([room, { runs, types, packages: allowed }]) => {
  const from = { path: `^src/${room}/`, pathNot: TEST };
  return [
    {
      name: `${room}-runs-only-its-neighbours`,
      severity: 'error',
      from,
      to: { path: '^src/', pathNot: under([room, ...runs]), dependencyTypesNot: ['type-only'] },
    },
    {
      name: `${room}-knows-only-its-neighbours`,
      severity: 'error',
      from,
      to: { path: '^src/', pathNot: under([room, ...runs, ...types]), dependencyTypes: ['type-only'] },
    },
    {
      name: `${room}-uses-only-its-packages`,
      severity: 'error',
      from,
      to: { path: '(^|/)node_modules/', pathNot: packages(allowed) },
    },
    {
      name: `${room}-stays-in-the-browser`,
      severity: 'error',
      from,
      to: { dependencyTypes: ['core'] },
    },
  ];
});

module.exports = {
  forbidden: [
    ...arrows,
    {
      name: 'measuring-is-loaded-on-demand',
      severity: 'error',
      from: { pathNot: ['^src/engine/telemetry/otel/', '^src/client/telemetry/', TEST, '^test/'] },
      to: {
        path: ['^src/engine/telemetry/otel/', '^src/client/telemetry/', '(^|/)node_modules/@opentelemetry/'],
        dynamic: false,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'nothing-imports-a-door',
      severity: 'error',
      from: { path: '^(src|test)/' },
      to: { path: DOORS },
    },
    {
      name: 'aggregates-meet-at-the-index',
      severity: 'error',
      from: { path: '^src/domain/([^/]+)/', pathNot: TEST },
      to: { path: '^src/domain/[^/]+/', pathNot: ['^src/domain/($1|naming|pricing)/', '/index\\.ts$'] },
    },
    {
      name: 'nothing-imports-a-test',
      severity: 'error',
      from: { pathNot: ['^(test|bench)/', TEST] },
      to: { path: `^test/|${TEST}` },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-dead-ends', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/ui/words/compiled/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.app.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.svelte', '.svelte.ts', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'browser', 'import', 'default', 'types'],
    },
  },
};
