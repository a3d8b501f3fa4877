import { useState } from 'preact/hooks';
import { listSimulatedMessages, requestCode, signIn } from '@tuodi/web-client';
import type { Answer, Api, SimulatedMessage } from '@tuodi/web-client';
import { useAct } from '../../act.ts';
import { useMall } from '../../mall.ts';
import { definePage, withData } from '../../page.ts';
import { safeNext } from '../../router/place.ts';
import { Button } from '../../ui/button.tsx';
import { FloorArt } from '../../ui/floor.tsx';
import { ProblemNote } from '../../ui/problem.tsx';
import { Screen } from '../../ui/screen.tsx';
import look from './sign-in.module.css';

interface SignInData {
  readonly next: string;
}

export const page = definePage<SignInData>({
  async load({ search }) {
    return withData({ next: safeNext(search.get('next')) });
  },
  title: (_, { t }) => t('sign_in_title'),
  View: ({ data }) => <SignIn next={data.next} />,
});

interface Sent {
  readonly phone: string;
  /** The simulator's message, where this installation sends none that are real. */
  readonly message: SimulatedMessage | null;
}

function SignIn({ next }: SignInData) {
  const { t } = useMall();
  const [sent, setSent] = useState<Sent>();
  return (
    <Screen title={t('sign_in_title')} back="/">
      <div class={look['art']}>
        <FloorArt />
      </div>
      <p class={look['lead']}>{t('sign_in_lead')}</p>
      {sent === undefined ? (
        <PhoneForm onSent={setSent} />
      ) : (
        <CodeForm sent={sent} next={next} onOther={() => setSent(undefined)} />
      )}
    </Screen>
  );
}

const PHONE = /^(1[3-9]\d{9}|\+[1-9]\d{6,14})$/;

function PhoneForm({ onSent }: { onSent: (sent: Sent) => void }) {
  const { t, api } = useMall();
  const [phone, setPhone] = useState('');
  const [bad, setBad] = useState(false);
  const act = useAct(() => sendCode(api, phone), onSent);
  const onSubmit = (event: Event) => {
    event.preventDefault();
    setBad(!PHONE.test(phone));
    if (PHONE.test(phone)) act.press();
  };
  return (
    <form class={look['form']} noValidate onSubmit={onSubmit}>
      <label for="phone">{t('phone')}</label>
      <input
        id="phone"
        name="phone"
        type="tel"
        inputMode="tel"
        autocomplete="tel"
        value={phone}
        aria-invalid={bad}
        aria-describedby="phone-bad"
        onInput={(event) => setPhone(event.currentTarget.value.replace(/[\s-]/g, ''))}
      />
      <p id="phone-bad" class={look['bad']} role="alert">
        {bad && t('phone_bad')}
      </p>
      <ProblemNote problem={act.problem} />
      <Button submit busy={act.busy}>
        {t('code_send')}
      </Button>
    </form>
  );
}

/** Asks for a code and, in a demo, looks into the simulator's box for it. */
async function sendCode(api: Api, phone: string): Promise<Answer<Sent>> {
  const sent = await requestCode(api, phone);
  if (!sent.ok) return sent;
  const messages = await listSimulatedMessages(api, phone);
  const message = messages.ok ? (messages.value.items[0] ?? null) : null;
  return { ok: true, value: { phone, message } };
}

function CodeForm(props: { sent: Sent; next: string; onOther: () => void }) {
  const { t, api, go } = useMall();
  const { sent, next, onOther } = props;
  const [code, setCode] = useState('');
  const [bad, setBad] = useState(false);
  const act = useAct(
    () => signIn(api, { phone: sent.phone, code }),
    () => go.replace(next),
  );
  const onSubmit = (event: Event) => {
    event.preventDefault();
    setBad(!/^\d{6}$/.test(code));
    if (/^\d{6}$/.test(code)) act.press();
  };
  return (
    <form class={look['form']} noValidate onSubmit={onSubmit}>
      <p class={look['sent']} role="status">
        {t('code_sent')} {sent.phone}
        <button type="button" onClick={onOther}>
          {t('code_change')}
        </button>
      </p>
      {sent.message !== null && <DemoMessage message={sent.message} onUse={setCode} />}
      <label for="code">{t('code')}</label>
      <input
        id="code"
        name="code"
        class={look['code']}
        inputMode="numeric"
        autocomplete="one-time-code"
        maxLength={6}
        value={code}
        aria-invalid={bad}
        aria-describedby="code-bad"
        onInput={(event) => setCode(event.currentTarget.value)}
      />
      <p id="code-bad" class={look['bad']} role="alert">
        {bad && t('code_bad')}
      </p>
      <ProblemNote problem={act.problem} />
      <Button submit busy={act.busy}>
        {t('sign_in_go')}
      </Button>
    </form>
  );
}

function DemoMessage(props: { message: SimulatedMessage; onUse: (code: string) => void }) {
  const { t } = useMall();
  const { text, code } = props.message;
  return (
    <div class={look['message']}>
      <p>
        <b>{t('demo_message')}</b>
        <br />
        {text}
      </p>
      {code !== null && (
        <button type="button" onClick={() => props.onUse(code)}>
          {t('demo_fill', { code })}
        </button>
      )}
    </div>
  );
}
