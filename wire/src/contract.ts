import { z } from '@hono/zod-openapi';
import { Problem } from './shapes.ts';

/** A JSON body of a request. */
export function body<Shape extends z.ZodType>(schema: Shape) {
  return { content: { 'application/json': { schema } }, required: true } as const;
}

function json<Shape extends z.ZodType>(schema: Shape, description: string) {
  return { description, content: { 'application/json': { schema } } } as const;
}

const problems = {
  default: {
    description: 'A problem (RFC 9457). `code` names it.',
    content: { 'application/problem+json': { schema: Problem } },
  },
} as const;

export function ok<Shape extends z.ZodType>(schema: Shape, description: string) {
  return { 200: json(schema, description), ...problems } as const;
}

export function created<Shape extends z.ZodType>(schema: Shape, description: string) {
  return { 201: json(schema, description), ...problems } as const;
}

export function accepted<Shape extends z.ZodType>(schema: Shape, description: string) {
  return { 202: json(schema, description), ...problems } as const;
}

export function noContent(description: string) {
  return { 204: { description }, ...problems } as const;
}
