import { Button, NumberInput, TextInput } from '@mantine/core';
import { formatMoney } from '@tuodi/web-client';
import type { OrderDetail } from '@tuodi/web-client';
import { useState } from 'react';
import { Money } from '../../ui/figure.tsx';
import { useSpoken } from '../../ui/language.tsx';
import { titleOf } from './goods.ts';
import css from './order.module.css';
import { allOf, draftRefund, refundable } from './refund-draft.ts';
import type { Quantities } from './refund-draft.ts';

interface RefundQuantitiesProps {
  readonly order: OrderDetail;
  readonly quantities: Quantities;
  readonly onQuantities: (quantities: Quantities) => void;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly onPreview: () => void;
}

/** How many pieces of which line, and why. */
export function RefundQuantities(props: RefundQuantitiesProps) {
  const { order, quantities, reason, onReason, onQuantities, onPreview } = props;
  const { t } = useSpoken();
  const [asked, setAsked] = useState(false);
  const draft = draftRefund(order, quantities);
  const nothing = asked && draft === undefined;
  return (
    <form
      noValidate
      className={css['form']}
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (draft !== undefined) onPreview();
      }}
    >
      <p className={css['note']}>{t('refund.lead')}</p>
      <ul className={css['quantities']}>
        {order.lines.map((line) => (
          <Row
            key={line.id}
            line={line}
            quantity={quantities[line.id] ?? 0}
            onQuantity={(quantity) => onQuantities({ ...quantities, [line.id]: quantity })}
          />
        ))}
      </ul>
      <div className={css['pair']}>
        <Button variant="default" size="xs" onClick={() => onQuantities(allOf(order))}>
          {t('refund.all')}
        </Button>
        {draft !== undefined && <Money value={draft.amount} size="large" />}
      </div>
      {nothing && (
        <p className={css['wrong']} role="alert">
          {t('refund.pick')}
        </p>
      )}
      <TextInput
        label={t('refund.reason')}
        description={t('refund.reason.hint')}
        maxLength={200}
        value={reason}
        onChange={(event) => onReason(event.currentTarget.value)}
      />
      <Button type="submit">{t('refund.preview')}</Button>
    </form>
  );
}

interface RowProps {
  readonly line: OrderDetail['lines'][number];
  readonly quantity: number;
  readonly onQuantity: (quantity: number) => void;
}

function Row({ line, quantity, onQuantity }: RowProps) {
  const { t, language } = useSpoken();
  const title = titleOf(line, language);
  const left = refundable(line);
  return (
    <li>
      <span>
        {title}
        <small>
          {formatMoney(line.price)} ·{' '}
          {left === 0 ? t('refund.none') : t('refund.left', { n: left })}
        </small>
      </span>
      <NumberInput
        aria-label={t('refund.quantity', { title })}
        value={quantity}
        onChange={(value) => onQuantity(typeof value === 'number' ? value : 0)}
        min={0}
        max={left}
        clampBehavior="strict"
        allowDecimal={false}
        allowNegative={false}
        disabled={left === 0}
        w={96}
      />
    </li>
  );
}
