/**
 * Mantine ships its accessible names in English or not at all. Everything a reader of the screen
 * would hear from a component of Mantine is named here, once, for both languages.
 */
export interface Labels {
  readonly close: string;
  readonly clear: string;
  readonly nothingFound: string;
  readonly noRecords: string;
  readonly loading: string;
  readonly notification: string;
}

export const labels = {
  zh: {
    close: '关闭',
    clear: '清空',
    nothingFound: '没有找到',
    noRecords: '没有记录',
    loading: '正在读取',
    notification: '通知',
  },
  en: {
    close: 'Close',
    clear: 'Clear',
    nothingFound: 'Nothing found',
    noRecords: 'No records',
    loading: 'Loading',
    notification: 'Notification',
  },
} as const satisfies Readonly<Record<'zh' | 'en', Labels>>;
