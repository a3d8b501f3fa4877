/** A bug of ours: a law did not hold. The state that threw it must be dropped, never patched. */
export class Fault extends Error {
  override readonly name = 'Fault';
}

/**
 * Asserts a law that our own code must keep, whatever the input.
 * `law` says it positively, with its number where it has one ('I4 constant points are backed').
 * @throws {Fault} when the law does not hold.
 */
export function invariant(condition: boolean, law: string): asserts condition {
  if (!condition) throw new Fault(`broken: ${law}`);
}
