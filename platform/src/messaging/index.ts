export type { Message, Messaging } from './messaging.ts';
export { addMessagingRoutes } from './routes.ts';
export { noMessaging, simulatedMessages, simulatedMessaging } from './service.ts';
