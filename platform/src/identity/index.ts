export { enrol, findMember, memberOfPhone, memberOfReference } from './members.ts';
export type { EnrolMember, Membership } from './members.ts';
export { internationalPhone, maskedPhone } from './phone.ts';
export { addIdentityRoutes } from './routes.ts';
export { forgetExpired, requestCode, sessionOf, signIn, signOut } from './sign-in.ts';
export type { RequestCodeRefusal, SignedIn, SignInRefusal } from './sign-in.ts';
