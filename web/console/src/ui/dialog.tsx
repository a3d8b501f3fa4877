import { CloseButton, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { labels } from '../theme/labels.ts';
import css from './dialog.module.css';
import { useSpoken } from './language.tsx';

interface DialogProps {
  readonly title: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly width: number;
  readonly children: ReactNode;
}

/**
 * A dialog in the house's dress. Put together by hand, because Mantine's own header is a second
 * banner landmark on the page.
 */
export function Dialog({ title, opened, onClose, width, children }: DialogProps) {
  const { language } = useSpoken();
  return (
    <Modal.Root opened={opened} onClose={onClose} size={width} centered>
      <Modal.Overlay backgroundOpacity={0.32} />
      <Modal.Content radius="lg">
        <Modal.Body className={css['body'] ?? ''}>
          <div className={css['head']}>
            <Modal.Title>{title}</Modal.Title>
            <CloseButton aria-label={labels[language].close} onClick={onClose} />
          </div>
          {children}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
