import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import house from './house.json' with { type: 'json' };
import { arrowsRule } from './test/house/arrows-rule.js';

const TESTS = '**/*.test.ts';
const pureRooms = house.pure.map((room) => `src/${room}/**/*.{ts,svelte}`);

// Everything a browser, a worker or Node would offer, less what is plain data handling.
const worldly = new Set([
  ...Object.keys({ ...globals.browser, ...globals.worker, ...globals.node }),
  'Date',
  'Temporal',
  'globalThis',
]);
const harmless = ['structuredClone', ...Object.keys(globals.es2023).filter((name) => name !== 'Date')];
for (const name of harmless) if (name !== 'globalThis') worldly.delete(name);

export default defineConfig(
  globalIgnores(['dist/', 'playwright-report/', 'src/ui/words/compiled/', 'test-results/']),
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  svelte.configs.recommended,
  prettier,
  svelte.configs.prettier,
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.worker },
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      'max-lines': ['error', 250],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts', '**/*.svelte.test.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      // A literal style attribute is refused by the Content-Security-Policy; a class or `style:` is not.
      'no-restricted-syntax': [
        'error',
        {
          selector: 'SvelteAttribute[key.name="style"][value.length=1] > SvelteLiteral',
          message: 'The CSP refuses literal style attributes: use a class or a style: directive.',
        },
      ],
      'prefer-const': 'off',
      'svelte/prefer-const': ['error', { destructuring: 'all' }],
    },
  },
  {
    files: ['src/**/*.{ts,svelte}'],
    ignores: [TESTS],
    plugins: { house: { rules: { arrows: arrowsRule } } },
    rules: { 'house/arrows': ['error', house] },
  },
  {
    files: pureRooms,
    ignores: [TESTS],
    rules: {
      'no-restricted-globals': [
        'error',
        ...[...worldly].map((name) => ({
          name,
          message: 'Pure rooms are given time, ids and the world as arguments.',
        })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Pure rooms are given randomness as an argument.' },
      ],
    },
  },
  {
    files: ['src/main.ts', 'src/engine.worker.ts', 'src/followers.ts'],
    rules: { 'max-lines': ['error', 20] },
  },
  {
    files: ['{test,bench}/**/*.ts', TESTS, '*.config.ts'],
    languageOptions: { globals: { ...globals.node } },
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { globals: globals.node },
    rules: { 'no-console': 'off', '@typescript-eslint/no-require-imports': 'off' },
  },
);
