import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { formatInstant, listSimulatedMessages } from '@tuodi/web-client';
import { useApi } from '../../queries.ts';
import { useSpoken } from '../../ui/language.tsx';
import { useCalendar } from '../../ui/mall.tsx';
import css from './sign-in.module.css';

interface SimulatedPhoneProps {
  readonly phone: string;
  readonly onCode: (code: string) => void;
}

/** In a demo the message cannot reach a real phone, so it is shown here; elsewhere nothing is. */
export function SimulatedPhone({ phone, onCode }: SimulatedPhoneProps) {
  const { t } = useSpoken();
  const calendar = useCalendar();
  const api = useApi();
  const messages = useQuery({
    queryKey: ['simulator', phone],
    queryFn: () => listSimulatedMessages(api, phone),
    refetchInterval: (query) => (query.state.data?.ok === false ? false : 2_000),
    staleTime: 0,
  });
  if (messages.data === undefined || !messages.data.ok) return null;
  const message = messages.data.value.items[0];
  return (
    <section className={css['simulator']} aria-label={t('signIn.simulator')}>
      <p className={css['simulatorTitle']}>
        <span>{t('signIn.simulator')}</span>
        {message !== undefined && <time>{formatInstant(message.sentAt, calendar)}</time>}
      </p>
      <p className={css['bubble']} aria-live="polite">
        {message?.text ?? t('signIn.simulator.waiting')}
      </p>
      <p className={css['simulatorNote']}>{t('signIn.simulator.note')}</p>
      <UseCode code={message?.code ?? null} onCode={onCode} />
    </section>
  );
}

interface UseCodeProps {
  readonly code: string | null;
  readonly onCode: (code: string) => void;
}

function UseCode({ code, onCode }: UseCodeProps) {
  const { t } = useSpoken();
  if (code === null) return null;
  return (
    <Button variant="default" size="sm" onClick={() => onCode(code)}>
      {t('signIn.simulator.use', { code })}
    </Button>
  );
}
