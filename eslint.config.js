// tsc knows which names exist; eslint looks after shape and habits.
import js from '@eslint/js';

export default [
  { ignores: ['build/', 'dist/', 'node_modules/', '.cache/', 'web/*.d.ts', 'tests/hosts/*/'] },
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2023, sourceType: 'module' },
    rules: {
      'no-undef': 'off',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-var': 'error',
      'prefer-const': 'error',
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 4],
      'max-depth': ['error', 4],
    },
  },
  {
    files: ['web/src/**/*.js'],
    rules: {
      'no-restricted-globals': ['error', 'alert', 'confirm', 'prompt', 'localStorage', 'sessionStorage'],
      'no-restricted-properties': ['error', { object: 'document', property: 'cookie' }, { object: 'document', property: 'write' }],
    },
  },
  // a test states an expression once and runs it in three engines, of which one takes text only
  { files: ['tests/web/**'], rules: { 'max-lines-per-function': 'off', 'no-new-func': 'off' } },
];
