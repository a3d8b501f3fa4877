/** Thousandths as a percentage with one decimal: 153 → "15.3 %". For reading beside exact sums. */
export function share(permille: number): string {
  return `${Math.floor(permille / 10)}.${permille % 10} %`;
}
