// The rules of the house for code; the arrows between rooms are in scripts/layer-rules.js.
import { basename } from 'node:path';
import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import { environment, layerRules } from './scripts/layer-rules.js';

const kebabCase = {
  meta: { type: 'suggestion', schema: [] },
  /** @param {import('eslint').Rule.RuleContext} context */
  create(context) {
    const name = basename(context.filename);
    const fine = /^[a-z0-9]+(-[a-z0-9]+)*(\.test|\.config|\.d)?\.[jt]s$|^[a-z0-9-]+\.mjs$/u.test(name);
    return fine
      ? {}
      : { Program: node => context.report({ node, message: `A file is named in kebab-case for what it exports, not ${name}.` }) };
  },
};

const noDrawers = {
  meta: { type: 'suggestion', schema: [] },
  /** @param {import('eslint').Rule.RuleContext} context */
  create(context) {
    const drawer = /(^|\/)(utils?|helpers?|common|types|misc)\.[jt]s$/u.exec(context.filename.replaceAll('\\', '/'));
    return drawer
      ? { Program: node => context.report({ node, message: 'A file holds one idea and is named for it; drawers collect dust.' }) }
      : {};
  },
};

export default tseslint.config(
  { ignores: ['dist/**', 'coverage/**', 'data/**', 'node_modules/**'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    name: 'house rules',
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { waymark: { rules: { 'kebab-case': kebabCase, 'no-drawers': noDrawers } } },
    rules: {
      'waymark/kebab-case': 'error',
      'waymark/no-drawers': 'error',
      complexity: ['error', 10],
      eqeqeq: 'error',
      'max-lines': ['error', { max: 250 }],
      'max-lines-per-function': ['error', { max: 50, skipComments: true, skipBlankLines: true }],
      'no-console': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-eval': 'error',
      'no-restricted-properties': ['error', environment],
      'no-restricted-exports': [
        'error',
        { restrictDefaultExports: { direct: true, named: true, defaultFrom: true, namedFrom: true, namespaceFrom: true } },
      ],
      // Leaving a property out of an object by naming it is how the rest is copied
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // FHIR and environment variables are read by their names in brackets where the type is an index signature
      '@typescript-eslint/dot-notation': 'off',
    },
  },
  ...layerRules,
  {
    name: 'where settings are read',
    files: ['src/main.ts', 'src/cli.ts', 'src/cli/**/*.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    name: 'where lines are printed',
    files: ['src/main.ts', 'src/cli.ts', 'src/cli/**/*.ts', 'scripts/**', 'bench/**'],
    rules: { 'no-console': 'off' },
  },
  {
    name: 'tests and benchmarks',
    files: ['test/**/*.ts', 'bench/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 500 }],
      'max-lines-per-function': 'off',
      'no-console': 'off',
      'no-restricted-properties': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
  {
    name: 'plain JavaScript',
    files: ['**/*.js', '**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', Buffer: 'readonly' } },
    rules: { 'no-restricted-exports': 'off', 'no-restricted-properties': 'off' },
  },
);
