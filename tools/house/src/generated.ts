import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { generatedFiles } from './exemptions.ts';
import type { Generated } from './exemptions.ts';
import type { Finding, Tree } from './tree.ts';

/** Whether the generator, asked with `--check`, says that its file is current. */
export type IsCurrent = (generator: string) => boolean;

/** Runs the generator of the house at `root` with `--check`. */
export function askGenerator(root: string): IsCurrent {
  return (generator) =>
    spawnSync(process.execPath, [path.join(root, generator), '--check'], { cwd: root }).status ===
    0;
}

/** Every generated file exists, has its generator, and says what the generator would write now. */
export function checkGenerated(
  tree: Tree,
  isCurrent: IsCurrent,
  list: readonly Generated[] = generatedFiles,
): readonly Finding[] {
  return list.flatMap(({ file, generator }) => {
    const missing = [file, generator].find((one) => !tree.has(one));
    if (missing !== undefined) {
      return [{ path: missing, line: 0, message: 'listed as generated, but not there' }];
    }
    if (isCurrent(generator)) return [];
    return [{ path: file, line: 0, message: `not current: node ${generator}` }];
  });
}
