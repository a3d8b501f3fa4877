import { inLanguage } from '../mall.ts';
import type { Translate } from '../i18n/translate.ts';
import type { Language } from '@tuodi/web-client';
import { FloorArt } from './floor.tsx';
import { Mark } from './icons.tsx';

/** A mall that can be visited on this host. */
export interface MallSign {
  readonly slug: string;
  readonly name: string;
  readonly nameEn: string | null;
}

interface LobbyProps {
  readonly malls: readonly MallSign[];
  readonly language: Language;
  readonly t: Translate;
}

/** What stands at an address without a mall: the way to those there are, where it may be told. */
export function Lobby({ malls, language, t }: LobbyProps) {
  return (
    <main class="lobby">
      <Mark size={44} />
      <h1>{malls.length === 0 ? t('lobby_none') : t('lobby_title')}</h1>
      {malls.length === 0 ? (
        <FloorArt />
      ) : (
        <ul>
          {malls.map((mall) => (
            <li key={mall.slug}>
              <a href={`/t/${mall.slug}/`}>
                {inLanguage(language, { zh: mall.name, en: mall.nameEn })}
                <small>/t/{mall.slug}</small>
              </a>
            </li>
          ))}
        </ul>
      )}
    </main>
  );
}
