import js from '@eslint/js'
import astro from 'eslint-plugin-astro'
import globals from 'globals'
import tseslint from 'typescript-eslint'

/**
 * This says what the components of Astro may not import. `.dependency-cruiser.mjs` holds the order of all other code; it
 * does not read theirs.
 */
const CLOSED = {
  components: ['integrations', 'build', 'cli', 'pages', 'layouts'],
  layouts: ['integrations', 'build', 'cli', 'pages'],
  pages: ['integrations', 'build', 'cli'],
}

const direction = Object.entries(CLOSED).map(([room, closed]) => ({
  files: [`src/${room}/**/*.astro`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: closed.map((name) => `**/${name}/**`),
            message: `src/${room} may not import this: see eslint.config.js.`,
          },
        ],
      },
    ],
  },
}))

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.astro/', 'examples/', 'tests/.output/', '.bench/', 'test-results/'] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['**/*.ts'] })),
  astro.configs.recommended,
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // An index that is known to exist reads better with `!` than with a branch that never runs.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // There are no enums: Node strips types and cannot strip them (`erasableSyntaxOnly` in tsconfig.json).
      '@typescript-eslint/no-mixed-enums': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['tests/**/*.ts'],
    rules: {
      // The test runner waits for these promises itself.
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', package: 'node:test', name: ['test', 'describe'] }] },
      ],
    },
  },
  { files: ['**/*.{js,mjs}'], ignores: ['src/client/'], languageOptions: { globals: globals.node } },
  { files: ['src/client/*.js', 'tests/support/stub-mermaid.js'], languageOptions: { globals: globals.browser } },
  ...direction,
)
