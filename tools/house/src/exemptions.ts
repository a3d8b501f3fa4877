/** Files that a program writes. Each must say the same when its generator runs again. */
export interface Generated {
  readonly file: string;
  /** A script that exits 0 with `--check` when the file is current, and not 0 otherwise. */
  readonly generator: string;
}

export const generatedFiles: readonly Generated[] = [
  { file: 'web/client/src/schema.ts', generator: 'tools/openapi/src/main.ts' },
  { file: 'docs/architecture.md', generator: 'tools/house/src/import-page.ts' },
  { file: 'docs/reference/refusals.md', generator: 'tools/house/src/refusals-page.ts' },
];

/** Dictionaries of the pages and fixtures may be as long as what they list. */
const longByNature = /(^|\/)(i18n|fixtures)\//;

/** Whether the rules of length hold for a file. */
export function mayBeLong(file: string): boolean {
  return longByNature.test(file) || generatedFiles.some((generated) => generated.file === file);
}

/** The same file is not read for style where a program wrote it. */
export function isGenerated(file: string): boolean {
  return file !== 'docs/architecture.md' && generatedFiles.some((one) => one.file === file);
}
