// How the pages' code is written: what is likely to be a mistake, and its form. --fix brings the form into order.

import js from '@eslint/js';
import stylistic from '@stylistic/eslint-plugin';
import globals from 'globals';

export default [
  js.configs.recommended,
  stylistic.configs.customize({semi: true, quotes: 'single', indent: 2, arrowParens: true, braceStyle: '1tbs'}),
  {
    languageOptions: {ecmaVersion: 2024, globals: globals.browser},
    linterOptions: {reportUnusedDisableDirectives: 'error'},
    rules: {
      'array-callback-return': 'error',
      curly: 'error',
      eqeqeq: ['error', 'always', {null: 'ignore'}],
      'no-implicit-coercion': 'error',
      'no-shadow': 'error',
      'no-unused-vars': ['error', {args: 'none'}],
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'prefer-template': 'error',
      'sort-imports': ['error', {ignoreDeclarationSort: true, ignoreCase: true}],
      '@stylistic/max-len': ['error', {code: 140, ignoreRegExpLiterals: true}],
      '@stylistic/multiline-ternary': 'off',
      '@stylistic/object-curly-spacing': ['error', 'never'],
      '@stylistic/quote-props': ['error', 'as-needed'],
    },
  },
  {files: ['src/test/**'], languageOptions: {globals: globals.node}},
];
