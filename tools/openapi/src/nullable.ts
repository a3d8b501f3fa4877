/**
 * Says "this shape or null" so that null can be one. The generator writes a nullable reference as
 * `allOf: [reference, { type: ['object', 'null'] }]`, which no null satisfies (the reference is an
 * object) and which openapi-typescript reads as `Shape & Record<string, never>`.
 */
export function mendNullables(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(mendNullables);
  if (typeof node !== 'object' || node === null) return node;
  const fields = Object.entries(node).map(([key, value]) => [key, mendNullables(value)] as const);
  const mended: Record<string, unknown> = Object.fromEntries(fields);
  const reference = nullableReference(mended['allOf']);
  if (reference === undefined) return mended;
  const { allOf: _, ...rest } = mended;
  return { ...rest, anyOf: [reference, { type: 'null' }] };
}

/** The reference of an `allOf` that means "reference or null", else undefined. */
function nullableReference(allOf: unknown): unknown {
  if (!Array.isArray(allOf) || allOf.length !== 2) return undefined;
  const parts: unknown[] = allOf;
  const [reference, marker] = parts;
  return isReference(reference) && isNullMarker(marker) ? reference : undefined;
}

function isReference(node: unknown): boolean {
  return typeof node === 'object' && node !== null && '$ref' in node;
}

function isNullMarker(node: unknown): boolean {
  if (typeof node !== 'object' || node === null || !('type' in node)) return false;
  return Object.keys(node).length === 1 && Array.isArray(node.type) && node.type.includes('null');
}
