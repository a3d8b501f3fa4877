/** The words of a command make no sense; the message is the usage line. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
