export { marginOf } from './price.ts';
export type { PricedSku, SupplyRule } from './price.ts';
export type { Cover, NewProduct, NewSku, ShownSku } from './product.ts';
export { addCatalogRoutes } from './routes.ts';
export { createProducts, merchantNames, openMerchant, pricesOf, shownSkus } from './service.ts';
export type { CreateProductsRefusal } from './service.ts';
