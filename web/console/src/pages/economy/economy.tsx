export function Economy() {
  return null;
}
