import type { OrderCard } from '@tuodi/web-client';
import type { Spoken } from '../../ui/language.tsx';

type Titled = Pick<OrderCard['lines'][number], 'title' | 'titleEn'>;

/** A title in the reader's language where there is one. */
export function titleOf(line: Titled, language: Spoken['language']): string {
  return language === 'en' ? (line.titleEn ?? line.title) : line.title;
}

/** What was bought, in one line: the first article, and how many there are. */
export function goodsOf(
  order: Pick<OrderCard, 'lines' | 'lineCount'>,
  { t, language }: Pick<Spoken, 't' | 'language'>,
): string {
  const first = order.lines[0];
  if (first === undefined) return '';
  const title = titleOf(first, language);
  return order.lineCount === 1 ? title : t('orders.goods.more', { title, n: order.lineCount });
}
