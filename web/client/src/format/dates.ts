import type { Language } from '../api.ts';

export interface Calendar {
  /** IANA zone of the tenant: "Asia/Shanghai". */
  readonly zone: string;
  readonly language: Language;
}

interface Moment {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const zones = new Map<string, Intl.DateTimeFormat>();

/**
 * An instant as the tenant's clock shows it. The pieces come from Intl, the order of them from
 * here: two versions of ICU (server, browser) must not disagree about a comma.
 */
function momentOf(instant: string, zone: string): Moment {
  let format = zones.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    zones.set(zone, format);
  }
  const parts = format.formatToParts(Date.parse(instant));
  const piece = (type: keyof Moment): string =>
    parts.find((part) => part.type === type)?.value ?? '';
  return {
    year: piece('year'),
    month: piece('month'),
    day: piece('day'),
    hour: piece('hour'),
    minute: piece('minute'),
  };
}

/** "2026-11-25 08:00" in Chinese, "25 Nov 2026, 08:00" in English. */
export function formatInstant(instant: string, { zone, language }: Calendar): string {
  const { year, month, day, hour, minute } = momentOf(instant, zone);
  if (language === 'zh') return `${year}-${month}-${day} ${hour}:${minute}`;
  return `${englishDay(month, day)} ${year}, ${hour}:${minute}`;
}

/** The day alone: "2026-11-25", "25 Nov 2026". */
export function formatDate(instant: string, { zone, language }: Calendar): string {
  const { year, month, day } = momentOf(instant, zone);
  return language === 'zh' ? `${year}-${month}-${day}` : `${englishDay(month, day)} ${year}`;
}

/** A business day ("2026-11-25") without its year: "11月25日", "25 Nov". */
export function formatDay(day: string, language: Language): string {
  const [, month = '', date = ''] = day.split('-');
  return language === 'zh' ? `${Number(month)}月${Number(date)}日` : englishDay(month, date);
}

function englishDay(month: string, day: string): string {
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month}`;
}
