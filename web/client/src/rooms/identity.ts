import { answer, answerEmpty } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { Api } from '../api.ts';
import type { Actor, Session, SimulatedMessage, Tenant } from '../types.ts';

export function getTenant(api: Api): Promise<Answer<Tenant>> {
  return answer(api.GET('/v1/tenant'));
}

export function getMe(api: Api): Promise<Answer<Actor>> {
  return answer(api.GET('/v1/me'));
}

/** Sends a one-time code to a phone. */
export function requestCode(api: Api, phone: string): Promise<Answer<{ expiresAt: string }>> {
  return answer(api.POST('/v1/sign-in/codes', { body: { phone } }));
}

/** Signs in with the code; the answer sets the session's cookie. */
export function signIn(
  api: Api,
  { phone, code }: { readonly phone: string; readonly code: string },
): Promise<Answer<Session>> {
  return answer(api.POST('/v1/sessions', { body: { phone, code } }));
}

export function signOut(api: Api): Promise<Answer<null>> {
  return answerEmpty(api.DELETE('/v1/sessions/current'));
}

/** Messages of the simulator to one phone; a problem where no simulator runs. */
export function listSimulatedMessages(
  api: Api,
  phone: string,
): Promise<Answer<{ items: SimulatedMessage[] }>> {
  return answer(api.GET('/v1/simulator/messages', { params: { query: { phone } } }));
}
