export * as catalog from './catalog.ts';
export * as console from './console.ts';
export * as identity from './identity.ts';
export * as orders from './orders.ts';
export * as shapes from './shapes.ts';
export * as value from './value.ts';
export * from './routes/index.ts';
