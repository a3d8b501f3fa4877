import { createRoute, z } from '@hono/zod-openapi';
import { accepted, body, created, noContent, ok } from '../contract.ts';
import {
  Actor,
  CodeSent,
  Phone,
  RequestCode,
  Session,
  SignIn,
  SimulatedMessage,
  Tenant,
} from '../identity.ts';

export const requestCode = createRoute({
  method: 'post',
  path: '/v1/sign-in/codes',
  operationId: 'requestCode',
  tags: ['identity'],
  summary: 'Send a one-time code to a phone',
  request: { body: body(RequestCode) },
  responses: accepted(CodeSent, 'The code is on its way'),
});

export const signIn = createRoute({
  method: 'post',
  path: '/v1/sessions',
  operationId: 'signIn',
  tags: ['identity'],
  summary: 'Sign in with the code; sets the session cookie and returns a bearer token',
  request: { body: body(SignIn) },
  responses: created(Session, 'Signed in'),
});

export const signOut = createRoute({
  method: 'delete',
  path: '/v1/sessions/current',
  operationId: 'signOut',
  tags: ['identity'],
  summary: 'End this session',
  responses: noContent('Signed out'),
});

export const me = createRoute({
  method: 'get',
  path: '/v1/me',
  operationId: 'me',
  tags: ['identity'],
  summary: 'Who is signed in',
  responses: ok(Actor, 'The actor'),
});

export const tenant = createRoute({
  method: 'get',
  path: '/v1/tenant',
  operationId: 'tenant',
  tags: ['identity'],
  summary: 'The mall: name, zone, business time, return window',
  responses: ok(Tenant, 'The tenant'),
});

export const simulatedMessages = createRoute({
  method: 'get',
  path: '/v1/simulator/messages',
  operationId: 'simulatedMessages',
  tags: ['simulator'],
  summary: 'Messages of the simulator to one phone, newest first; demo installations only',
  request: { query: z.object({ phone: Phone }) },
  responses: ok(z.object({ items: z.array(SimulatedMessage) }), 'Messages'),
});
