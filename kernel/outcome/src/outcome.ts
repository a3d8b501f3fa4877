/** A rule said no. `code` is `room.reason` in lower snake case; further fields are the facts. */
export interface Refusal {
  readonly code: string;
}

export interface Done<Value> {
  readonly ok: true;
  readonly value: Value;
}

export interface Refused<Reason extends Refusal> {
  readonly ok: false;
  readonly refusal: Reason;
}

/** What a verb answers: it was done, or the rules refused it. Never an exception for a refusal. */
export type Outcome<Value, Reason extends Refusal> = Done<Value> | Refused<Reason>;

export function done<Value>(value: Value): Done<Value> {
  return { ok: true, value };
}

export function refuse<Reason extends Refusal>(refusal: Reason): Refused<Reason> {
  return { ok: false, refusal };
}
