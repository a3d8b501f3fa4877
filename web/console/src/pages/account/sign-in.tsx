import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { requestCode, signIn } from '@tuodi/web-client';
import { useEffect, useRef } from 'react';
import { problemOf, useApi, valueOf } from '../../queries.ts';
import { LanguageChoice, SchemeChoice } from '../../shell.tsx';
import { Mark } from '../../ui/floor.tsx';
import { useSpoken } from '../../ui/language.tsx';
import { useMallName } from '../../ui/mall.tsx';
import { Refused } from '../../ui/states.tsx';
import { isCode, isPhone, tidyPhone } from './phone.ts';
import css from './sign-in.module.css';
import { SimulatedPhone } from './simulated-phone.tsx';

/** Phone, then code. Whatever address was asked for opens afterwards. */
export function SignIn() {
  const { t } = useSpoken();
  const mall = useMallName();
  const api = useApi();
  useEffect(() => {
    document.title = `${t('signIn.title')} · ${mall}`;
  }, [t, mall]);
  const send = useMutation({
    mutationFn: async (phone: string) => valueOf(await requestCode(api, phone)),
  });
  const sentTo = send.isSuccess ? send.variables : undefined;
  return (
    <div className={css['page']}>
      <aside className={css['motto']}>
        <Motto />
      </aside>
      <main className={css['main']}>
        <div className={css['choices']}>
          <LanguageChoice />
          <SchemeChoice />
        </div>
        <div className={css['form']}>
          <p className={css['mall']}>
            <Mark size={24} /> {mall}
          </p>
          <h1>{t('signIn.title')}</h1>
          {sentTo === undefined ? (
            <PhoneForm
              busy={send.isPending}
              problem={send.error}
              onPhone={(phone) => send.mutate(phone)}
            />
          ) : (
            <CodeForm phone={sentTo} onChange={() => send.reset()} />
          )}
        </div>
      </main>
    </div>
  );
}

/** The floor, drawn large: treads of the same line that runs through the whole program. */
function Motto() {
  const { t } = useSpoken();
  return (
    <>
      <svg viewBox="0 0 480 720" preserveAspectRatio="none" aria-hidden="true">
        <path d="M0 560H96V500H192V452H272V412H344V378H408V350H480V720H0Z" />
        <path d="M0 560H96V500H192V452H272V412H344V378H408V350H480" />
      </svg>
      <div className={css['square']} aria-hidden="true" />
      <div>
        <p className={css['line']}>{t('signIn.motto')}</p>
        <p>{t('signIn.motto.detail')}</p>
      </div>
    </>
  );
}

interface PhoneFormProps {
  readonly busy: boolean;
  readonly problem: Error | null;
  readonly onPhone: (phone: string) => void;
}

function PhoneForm({ busy, problem, onPhone }: PhoneFormProps) {
  const { t } = useSpoken();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { phone: '' },
    validate: { phone: (typed) => (isPhone(typed) ? null : t('signIn.phone.bad')) },
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(
        ({ phone }) => onPhone(tidyPhone(phone)),
        () => form.getInputNode('phone')?.focus(),
      )}
    >
      <p className={css['lead']}>{t('signIn.lead')}</p>
      <TextInput
        label={t('signIn.phone')}
        description={t('signIn.phone.hint')}
        size="md"
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        autoFocus
        key={form.key('phone')}
        {...form.getInputProps('phone')}
      />
      {problem !== null && <Refused problem={problemOf(problem)} />}
      <Button type="submit" size="md" fullWidth loading={busy}>
        {t('signIn.send')}
      </Button>
    </form>
  );
}

function CodeForm({ phone, onChange }: { phone: string; onChange: () => void }) {
  const { t } = useSpoken();
  const enter = useEnter();
  const form = useForm({
    mode: 'controlled',
    initialValues: { code: '' },
    validate: { code: (typed) => (isCode(typed) ? null : t('signIn.code.bad')) },
  });
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <form
        noValidate
        onSubmit={form.onSubmit(
          ({ code }) => enter.mutate({ phone, code }),
          () => input.current?.focus(),
        )}
      >
        <p className={css['lead']}>{t('signIn.code.sent', { phone })}</p>
        <TextInput
          ref={input}
          label={t('signIn.code')}
          size="md"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          autoFocus
          classNames={{ input: css['code'] ?? '' }}
          {...form.getInputProps('code')}
        />
        {enter.error !== null && <Refused problem={problemOf(enter.error)} />}
        <Button type="submit" size="md" fullWidth loading={enter.isPending}>
          {t('signIn.enter')}
        </Button>
        <Button variant="subtle" size="md" fullWidth onClick={onChange}>
          {t('signIn.change')}
        </Button>
      </form>
      <SimulatedPhone
        phone={phone}
        onCode={(code) => {
          form.setFieldValue('code', code);
          input.current?.focus();
        }}
      />
    </>
  );
}

function useEnter() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (given: { readonly phone: string; readonly code: string }) =>
      valueOf(await signIn(api, given)),
    onSuccess: (session) => queries.setQueryData(['me'], session.actor),
  });
}
