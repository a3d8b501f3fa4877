import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto';

/** Chance, handed to whoever needs it. */
export interface Random {
  /** A uuid v7: 48 bits of wall time, then chance. Nothing may be ordered by it. */
  uuid(): string;
  bytes(count: number): Buffer;
  /** `count` decimal digits, each equally likely. */
  digits(count: number): string;
}

/** Chance from the operating system. */
export function systemRandom(): Random {
  return {
    uuid: () => {
      const time = Date.now().toString(16).padStart(12, '0');
      // A version 4 has its chance from a cache: asking the system each time costs a call.
      return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
    },
    bytes: (count) => randomBytes(count),
    digits: (count) => Array.from({ length: count }, () => randomInt(10)).join(''),
  };
}

/**
 * The id of something that demo data or an import names: equal for equal arguments, so that two
 * runs over the same file make the same ids (a uuid v8).
 */
export function derivedUuid(seed: string, kind: string, reference: string): string {
  const text = JSON.stringify([seed, kind, reference]);
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  const cuts = [0, 8, 12, 16, 20, 32];
  return cuts
    .slice(1)
    .map((end, index) => hex.slice(cuts[index], end))
    .join('-');
}
