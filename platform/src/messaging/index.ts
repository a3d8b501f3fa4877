export type { Message, Messaging } from './messaging.ts';
export { noMessaging, simulatedMessages, simulatedMessaging } from './service.ts';
