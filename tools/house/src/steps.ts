import fs from 'node:fs';
import path from 'node:path';
import { isScript } from './tree.ts';
import type { Tree } from './tree.ts';

/** One step of `npm run check`: a name and what the pinned Node is to run. */
export interface Step {
  readonly name: string;
  readonly arguments: readonly string[];
}

/** A TypeScript program: its configuration and the folders whose scripts it reads. */
interface TypeProgram {
  readonly name: string;
  readonly configuration: string;
  readonly folder: RegExp;
}

const programs: readonly TypeProgram[] = [
  { name: 'types kernel', configuration: 'tsconfig.kernel.json', folder: /^kernel\// },
  {
    name: 'types server',
    configuration: 'tsconfig.server.json',
    folder: /^(kernel|wire|platform|tools|web\/(client|view))\//,
  },
  {
    // A browser's page functions are written here, so it knows the DOM.
    name: 'types journeys',
    configuration: 'tsconfig.journeys.json',
    folder: /^journeys\/src\//,
  },
  {
    name: 'types storefront',
    configuration: 'tsconfig.storefront.json',
    folder: /^web\/storefront\/src\//,
  },
  { name: 'types console', configuration: 'tsconfig.console.json', folder: /^web\/console\/src\// },
];

/** The steps in order; a program of types without a script yet has no step. */
export function planSteps(root: string, tree: Tree): readonly Step[] {
  const scripts = [...tree.keys()].filter((file) => isScript(file));
  const types = programs
    .filter(({ folder }) => scripts.some((file) => folder.test(file)))
    .map(({ name, configuration }) => ({
      name,
      arguments: [binary(root, 'typescript', 'tsc'), '-p', configuration],
    }));
  const houseTests = scripts.filter((file) => /^tools\/house\/.*\.test\.ts$/.test(file));
  return [
    ...types,
    { name: 'lint', arguments: [binary(root, 'oxlint'), '--type-aware', '--deny-warnings'] },
    { name: 'format', arguments: [binary(root, 'prettier'), '--check', '.'] },
    { name: 'unused code', arguments: [binary(root, 'knip')] },
    { name: 'house rules', arguments: ['--test', '--test-reporter=spec', ...houseTests] },
  ];
}

/**
 * The script behind a package's command, for the pinned Node and any system: the links in
 * node_modules/.bin are not scripts everywhere.
 * @throws when the package is not installed or has no such command.
 */
export function binary(root: string, packageName: string, command: string = packageName): string {
  const folder = path.join(root, 'node_modules', packageName);
  const manifest: unknown = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const bin =
    typeof manifest === 'object' && manifest !== null && 'bin' in manifest ? manifest.bin : null;
  const commands = typeof bin === 'string' ? { [packageName]: bin } : { ...Object(bin) };
  const script: unknown = commands[command];
  if (typeof script !== 'string') throw new Error(`${packageName} has no command ${command}`);
  return path.join(folder, script);
}
