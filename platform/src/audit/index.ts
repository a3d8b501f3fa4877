export { auditTenant } from './service.ts';
export type { Finding } from './service.ts';
