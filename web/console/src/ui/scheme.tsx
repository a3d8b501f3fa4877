import { useComputedColorScheme } from '@mantine/core';
import { useEffect } from 'react';

/** The tokens read `data-theme`; Mantine writes an attribute of its own. This keeps them equal. */
export function SchemeMirror() {
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  useEffect(() => {
    document.documentElement.dataset['theme'] = scheme;
  }, [scheme]);
  return null;
}
