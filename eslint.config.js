import js from '@eslint/js'
import astro from 'eslint-plugin-astro'
import globals from 'globals'
import tseslint from 'typescript-eslint'

/**
 * These are the folders of `src`, and those that each may not import from: imports run one way, from pages down to
 * the corpus.
 */
const ROOMS = {
  corpus: ['site', 'integrations', 'cli', 'pages', 'layouts', 'components', 'client', 'astro'],
  site: ['integrations', 'cli', 'pages', 'layouts', 'components', 'client', 'astro'],
  integrations: ['cli', 'pages', 'layouts', 'components', 'client'],
  cli: ['integrations', 'pages', 'layouts', 'components', 'client'],
  components: ['integrations', 'cli', 'pages', 'layouts'],
  layouts: ['integrations', 'cli', 'pages'],
  pages: ['integrations', 'cli'],
  client: ['integrations', 'cli', 'pages', 'layouts', 'components'],
}

const direction = Object.entries(ROOMS).map(([room, closed]) => ({
  files: [`src/${room}/**/*.{ts,astro}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: closed.flatMap((name) => (name === 'astro' ? ['astro', 'astro:*', 'astro/*'] : [`**/${name}/**`])),
            message: `src/${room} may not import this: see eslint.config.js.`,
          },
          ...(room === 'corpus'
            ? [
                {
                  group: ['node:*', 'fs', 'path'],
                  message: 'The corpus is pure: it touches no disk, clock or network.',
                },
              ]
            : []),
        ],
      },
    ],
  },
}))

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.astro/', 'tests/.output/', '.bench/', 'test-results/'] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['**/*.ts'] })),
  astro.configs.recommended,
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // An index that is known to exist reads better with `!` than with a branch that never runs.
      '@typescript-eslint/no-non-null-assertion': 'off',
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
  { files: ['src/client/*.js'], languageOptions: { globals: globals.browser } },
  ...direction,
)
