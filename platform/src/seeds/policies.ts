import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readJsonLine } from '@tuodi/economy';
import type { PolicyFields } from '@tuodi/economy';
import { z } from 'zod';
import type { Profile } from '../tenancy/index.ts';

const FOLDER = path.resolve(import.meta.dirname, '..', '..', 'policies');
const Fields = z.record(z.string(), z.unknown());

/** The preset policy of a profile, as its file in `platform/policies` writes it. */
export function presetPolicy(profile: Profile): PolicyFields {
  return Fields.parse(readJsonLine(readFileSync(path.join(FOLDER, `${profile}.json`), 'utf8')));
}
