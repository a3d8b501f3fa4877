const PHONE = /^(1[3-9]\d{9}|\+[1-9]\d{6,14})$/;
const CODE = /^\d{6}$/;

/** A phone number as people type it, without its spaces and dashes. */
export function tidyPhone(typed: string): string {
  return typed.replace(/[\s\-()]/g, '');
}

/** A mainland mobile number, or any E.164 number: the form the server accepts. */
export function isPhone(typed: string): boolean {
  return PHONE.test(tidyPhone(typed));
}

export function isCode(typed: string): boolean {
  return CODE.test(typed);
}
