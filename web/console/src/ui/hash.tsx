import { ActionIcon, Tooltip } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import css from './hash.module.css';
import { useSpoken } from './language.tsx';

/** A hash by its two ends, with a button that copies the whole of it. */
export function Hash({ hash }: { hash: string }) {
  const { t } = useSpoken();
  const clipboard = useClipboard();
  const label = clipboard.copied ? t('economy.log.copied') : t('economy.log.copy');
  return (
    <span className={css['hash']}>
      <code title={hash}>
        {hash.slice(0, 8)}…{hash.slice(-8)}
      </code>
      <Tooltip label={label}>
        <ActionIcon
          variant="subtle"
          size={24}
          aria-label={label}
          onClick={() => clipboard.copy(hash)}
        >
          {clipboard.copied ? (
            <IconCheck size={14} aria-hidden="true" />
          ) : (
            <IconCopy size={14} aria-hidden="true" />
          )}
        </ActionIcon>
      </Tooltip>
    </span>
  );
}
