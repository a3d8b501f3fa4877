/**
 * A fresh key for one intent of a person: made when the intent begins (the confirm sheet opens),
 * kept through every retry, so that pressing twice or a lost answer moves value once.
 * 128 random bits in hexadecimal; works on pages without https too, where randomUUID is absent.
 */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
