/** The one form of a phone in the database: international. A mainland number has eleven digits. */
export function internationalPhone(phone: string): string {
  return phone.startsWith('+') ? phone : `+86${phone}`;
}

/** 138****0001: enough to know one's own. Mainland numbers without their +86. */
export function maskedPhone(phone: string): string {
  const shown = phone.startsWith('+86') ? phone.slice(3) : phone;
  return `${shown.slice(0, 3)}****${shown.slice(-4)}`;
}
