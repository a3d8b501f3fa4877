import { Autocomplete, Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { newIdempotencyKey, shipOrder } from '@tuodi/web-client';
import type { OrderDetail } from '@tuodi/web-client';
import { useState } from 'react';
import { problemOf, useApi, valueOf } from '../../queries.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useSpoken } from '../../ui/language.tsx';
import { Refused } from '../../ui/states.tsx';
import css from './order.module.css';

interface DialogProps {
  readonly order: OrderDetail;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Carrier and tracking number, then the parcel is on its way. */
export function ShipDialog({ order, opened, onClose }: DialogProps) {
  const { t } = useSpoken();
  return (
    <Dialog opened={opened} onClose={onClose} title={t('ship.title')} width={440}>
      <Parcel order={order} onClose={onClose} />
    </Dialog>
  );
}

interface Given {
  readonly carrier: string;
  readonly tracking: string;
}

function Parcel({ order, onClose }: Omit<DialogProps, 'opened'>) {
  const { t } = useSpoken();
  const ship = useShip(order, onClose);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { carrier: '', tracking: '' },
    transformValues: ({ carrier, tracking }): Given => ({
      carrier: carrier.trim(),
      tracking: tracking.trim(),
    }),
    validate: {
      carrier: (typed) => (fits(typed) ? null : t('ship.carrier.bad')),
      tracking: (typed) => (fits(typed) ? null : t('ship.tracking.bad')),
    },
  });
  const pieces = order.lines.reduce((n, line) => n + line.quantity - line.refundedQuantity, 0);
  return (
    <form
      noValidate
      className={css['form']}
      onSubmit={form.onSubmit(
        (given) => ship.mutate(given),
        (errors) => form.getInputNode(Object.keys(errors)[0] ?? 'carrier')?.focus(),
      )}
    >
      <p className={css['note']}>{t('ship.lead', { number: order.number, n: pieces })}</p>
      <Autocomplete
        label={t('ship.carrier')}
        data={t('ship.carriers').split(',')}
        maxLength={60}
        maxDropdownHeight={320}
        openOnFocus={false}
        comboboxProps={{ withinPortal: false }}
        data-autofocus
        key={form.key('carrier')}
        {...form.getInputProps('carrier')}
      />
      <TextInput
        label={t('ship.tracking')}
        maxLength={60}
        autoComplete="off"
        key={form.key('tracking')}
        {...form.getInputProps('tracking')}
      />
      {ship.error !== null && <Refused problem={problemOf(ship.error)} />}
      <Button type="submit" loading={ship.isPending}>
        {t('ship.confirm')}
      </Button>
    </form>
  );
}

function fits(typed: string): boolean {
  const length = typed.trim().length;
  return length > 0 && length <= 60;
}

/** One key for this opening of the dialog: pressing twice ships once. */
function useShip(order: OrderDetail, onClose: () => void) {
  const { t } = useSpoken();
  const api = useApi();
  const queries = useQueryClient();
  const [key] = useState(newIdempotencyKey);
  return useMutation({
    mutationFn: async (given: Given) => valueOf(await shipOrder(api, order.id, given, key)),
    onSuccess: async (shipped, given) => {
      queries.setQueryData(['order', order.id], shipped);
      onClose();
      notifications.show({
        color: 'ink',
        title: t('ship.done', { number: order.number }),
        message: t('ship.done.detail', { ...given }),
      });
      await queries.invalidateQueries({ queryKey: ['orders'] });
      await queries.invalidateQueries({ queryKey: ['overview'] });
    },
  });
}
