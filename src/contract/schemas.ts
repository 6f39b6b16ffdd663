/* Schemas that several areas share. */
import { z } from 'zod';

/** Milliseconds since the Unix epoch, simulated time. */
export const instant = z.number();

/** A list's answer: the page of rows asked for, and how many match. */
export function page<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), total: z.number() });
}

/** Query parameters that every list takes. */
export const listQuery = {
  search: z.string().max(200).default(''),
  offset: z.coerce.number<number>().int().min(0).default(0),
  limit: z.coerce.number<number>().int().min(1).max(200).default(25),
};

export const direction = z.enum(['ascending', 'descending']);

export const portalCustomerState = z.enum(['active', 'revoked', 'migrating', 'migrated']);
export const accountState = z.enum(['active', 'suspended', 'deactivated']);
export const productRole = z.enum(['agent', 'customer', 'none']);
export const persona = z.enum([
  'organization-admin',
  'site-admin',
  'user-access-admin',
  'product-admin',
  'agent',
]);
export const experience = z.enum(['centralized', 'original']);
export const holding = z.enum(['nobody', 'portal-only', 'atlassian', 'both']);

/** An action the viewer may take on the record, or who may instead. */
export const permission = z.object({
  allowed: z.boolean(),
  /** Personas that may; the screen names them when the viewer may not. */
  by: z.array(persona),
});

/** Licences of a site: the Free plan has a limit, the paid one takes what it needs. */
export const licences = z.object({ used: z.number(), limit: z.number().nullable() });

const jobKind = z.enum([
  'migrate-customer',
  'copy',
  'bulk-migrate',
  'bulk-delete',
  'bulk-revoke',
  'bulk-grant',
]);
export const jobState = z.enum(['running', 'stopped', 'finished', 'failed']);

export const job = z.object({
  id: z.string(),
  kind: jobKind,
  subjectId: z.string(),
  siteId: z.string(),
  state: jobState,
  startedAt: instant,
  endsAt: instant,
  total: z.number(),
  done: z.number(),
  /** 0 to 1, by simulated time. */
  progress: z.number(),
  /** Simulated milliseconds left; 0 when it has ended. */
  remainingMs: z.number(),
});

/** A part of a run with how far it has come; `cut-off`: the run ended before it did. */
export const runPhase = z.object({
  id: z.enum(['customers', 'projects', 'report']),
  done: z.number(),
  total: z.number(),
  state: z.enum(['waiting', 'under-way', 'done', 'cut-off']),
});
