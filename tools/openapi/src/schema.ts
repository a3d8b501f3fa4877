import openapiTS, { astToString } from 'openapi-typescript';
import { format } from 'prettier';
import { buildDocument } from './document.ts';
import { mendNullables } from './nullable.ts';

const HEAD = `// Generated from wire's routes by tools/openapi: never edited by hand.\n\n`;

/** The typed client's schema as TypeScript, from wire's routes. Pure: the same routes, the same text. */
export async function generateSchema(): Promise<string> {
  // The generator wants the document as data, without zod's own objects in it.
  const source = JSON.stringify(mendNullables(buildDocument()));
  const nodes = await openapiTS(source, { alphabetize: false, defaultNonNullable: false });
  return format(HEAD + astToString(nodes), {
    parser: 'typescript',
    printWidth: 100,
    singleQuote: true,
    trailingComma: 'all',
  });
}
