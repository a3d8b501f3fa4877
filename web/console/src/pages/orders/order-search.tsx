import { Button, CloseButton, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { useSpoken } from '../../ui/language.tsx';
import { addressOf } from './filters.ts';
import type { Filters } from './filters.ts';
import css from './orders.module.css';

/** Finds an order or a member by number. What is looked for stands in the address. */
export function OrderSearch({ filters }: { filters: Filters }) {
  const { t } = useSpoken();
  const [, go] = useLocation();
  const asked = filters.q ?? '';
  const [typed, setTyped] = useState(asked);
  useEffect(() => setTyped(asked), [asked]);
  const find = (words: string) => {
    const state = filters.state === undefined ? {} : { state: filters.state };
    go(addressOf(words.trim() === '' ? state : { ...state, q: words.trim() }));
  };
  return (
    <form
      role="search"
      className={css['search']}
      onSubmit={(event) => {
        event.preventDefault();
        find(typed);
      }}
    >
      <TextInput
        aria-label={t('orders.search')}
        placeholder={t('orders.search')}
        maxLength={60}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        rightSection={
          asked === '' ? null : (
            <CloseButton aria-label={t('orders.search.clear')} onClick={() => find('')} />
          )
        }
      />
      <Button type="submit" variant="default">
        {t('orders.search.submit')}
      </Button>
    </form>
  );
}
