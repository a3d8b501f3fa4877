export * as catalogRoutes from './catalog.ts';
export * as identityRoutes from './identity.ts';
export * as orderRoutes from './orders.ts';
export * as valueRoutes from './value.ts';
