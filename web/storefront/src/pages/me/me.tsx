import { useState } from 'preact/hooks';
import { formatInstant, getMe, signOut } from '@tuodi/web-client';
import type { Actor, Language } from '@tuodi/web-client';
import { useAct } from '../../act.ts';
import { useMall } from '../../mall.ts';
import { definePage, refusal, withData } from '../../page.ts';
import { LANGUAGE_COOKIE, THEME_COOKIE, keepChoice, showTheme } from '../../preferences.ts';
import type { Theme } from '../../preferences.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Mark } from '../../ui/icons.tsx';
import { ProblemNote } from '../../ui/problem.tsx';
import { Screen, Section } from '../../ui/screen.tsx';
import { Choice } from './choice.tsx';
import look from './me.module.css';

interface MeData {
  /** Null for a guest. */
  readonly actor: Actor | null;
}

export const page = definePage<MeData>({
  async load(request) {
    const actor = await getMe(request.api);
    if (actor.ok) return withData({ actor: actor.value });
    return actor.problem.status === 401
      ? withData({ actor: null })
      : refusal(actor.problem, request);
  },
  title: (_, { t }) => t('me_title'),
  View: ({ data }) => <Me actor={data.actor} />,
});

function Me({ actor }: MeData) {
  const { t, tenant, calendar } = useMall();
  return (
    <Screen title={t('me_title')}>
      {actor === null ? <Guest /> : <Member actor={actor} />}
      <LanguageChoice />
      <ThemeChoice />
      {actor !== null && <SignOut />}
      <p class={look['foot']}>
        {t('me_demo')}
        <br />
        {t('mall_time', { at: formatInstant(tenant.now, calendar) })}
      </p>
    </Screen>
  );
}

function Guest() {
  const { t } = useMall();
  return (
    <div class={look['card']}>
      <Mark size={44} />
      <div>
        <p class={look['name']}>{t('me_guest')}</p>
        <p class={look['note']}>{t('me_guest_text')}</p>
      </div>
      <ButtonLink to="/sign-in?next=%2Fme">{t('sign_in')}</ButtonLink>
    </div>
  );
}

function Member({ actor }: { actor: Actor }) {
  const { t, base } = useMall();
  const works = actor.roles.some((role) => role !== 'member');
  return (
    <div class={look['card']}>
      <Mark size={44} />
      <div>
        <p class={look['name']}>{actor.phone}</p>
        <p class={look['note']}>
          {t('me_member', { n: actor.memberNumber })} ·{' '}
          {actor.roles.map((role) => t(`role_${role}`)).join(' · ')}
        </p>
      </div>
      {works && (
        <a class={look['console']} href={`${base}/console`}>
          {t('me_console')}
        </a>
      )}
    </div>
  );
}

function LanguageChoice() {
  const { t, language } = useMall();
  const choose = (value: Language) => {
    keepChoice({ cookie: LANGUAGE_COOKIE, value });
    // The server speaks the language: the page is asked for again.
    location.reload();
  };
  return (
    <Section title={t('language')}>
      <Choice
        name="language"
        label={t('language')}
        chosen={language}
        options={[
          { value: 'zh', text: '中文' },
          { value: 'en', text: 'English' },
        ]}
        onChoose={choose}
      />
    </Section>
  );
}

function ThemeChoice() {
  const { t, theme } = useMall();
  const [chosen, setChosen] = useState<Theme>(theme);
  const choose = (value: Theme) => {
    keepChoice({ cookie: THEME_COOKIE, value });
    showTheme(value);
    setChosen(value);
  };
  return (
    <Section title={t('theme')}>
      <Choice
        name="theme"
        label={t('theme')}
        chosen={chosen}
        options={[
          { value: 'system', text: t('theme_system') },
          { value: 'light', text: t('theme_light') },
          { value: 'dark', text: t('theme_dark') },
        ]}
        onChoose={choose}
      />
    </Section>
  );
}

function SignOut() {
  const { t, api, go } = useMall();
  const act = useAct(
    () => signOut(api),
    () => go.refresh(),
  );
  return (
    <div class={look['out']}>
      <ProblemNote problem={act.problem} />
      <Button kind="plain" busy={act.busy} onClick={act.press}>
        {t('sign_out')}
      </Button>
    </div>
  );
}
