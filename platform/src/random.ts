import { createHash, randomBytes, randomInt } from 'node:crypto';

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
      const bytes = randomBytes(16);
      bytes.writeUIntBE(Date.now(), 0, 6);
      return uuidOf(bytes, 7);
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
  return uuidOf(createHash('sha256').update(text).digest().subarray(0, 16), 8);
}

function uuidOf(bytes: Buffer, version: number): string {
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | (version << 4), 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  const cuts = [0, 8, 12, 16, 20, 32];
  return cuts
    .slice(1)
    .map((end, index) => hex.slice(cuts[index], end))
    .join('-');
}
