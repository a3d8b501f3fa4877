/** A part of a whole, in thousandths of it. */
interface Part {
  readonly permille: number;
}

/** Where each part of a waterfall begins: where the one before it ended. For drawing only. */
export function treadsOf<Drawn extends Part>(
  parts: readonly Drawn[],
): readonly (Drawn & { readonly before: number })[] {
  let before = 0;
  return parts.map((part) => {
    const tread = { ...part, before };
    before += part.permille;
    return tread;
  });
}
