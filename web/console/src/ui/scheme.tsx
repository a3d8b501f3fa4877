import { useComputedColorScheme } from '@mantine/core';
import type { MantineColorSchemeManager } from '@mantine/core';
import { useEffect } from 'react';
import { cookieOf, readChoice } from '../choices.ts';

/** The tokens read `data-theme`; Mantine writes an attribute of its own. This keeps them equal. */
export function SchemeMirror() {
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  useEffect(() => {
    document.documentElement.dataset['theme'] = scheme;
  }, [scheme]);
  return null;
}

/** Light or dark by hand, kept where the storefront keeps it. */
export const schemes: MantineColorSchemeManager = {
  get: (otherwise) => {
    const theme = readChoice(document.cookie, 'theme');
    return theme === 'light' || theme === 'dark' ? theme : otherwise;
  },
  set: (scheme) => {
    document.cookie = cookieOf('theme', scheme === 'auto' ? 'system' : scheme);
  },
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => {
    document.cookie = cookieOf('theme', 'system');
  },
};
