import type { CheckoutPreview } from '@tuodi/web-client';
import { inLanguage, useMall } from '../mall.ts';
import { Cover } from './cover.tsx';
import { Money } from './figure.tsx';
import look from './lines.module.css';

type Line = CheckoutPreview['lines'][number];

/** Lines of an order: picture, name, option, price × count, amount. */
export function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <ul class={look['lines']}>
      {lines.map((line) => (
        <LineRow key={line.skuId} line={line} />
      ))}
    </ul>
  );
}

function LineRow({ line }: { line: Line }) {
  const { language } = useMall();
  const option = inLanguage(language, { zh: line.skuTitle, en: line.skuTitleEn });
  return (
    <li class={look['line']}>
      <Cover cover={line.cover} size={72} />
      <div class={look['words']}>
        <p class={look['title']}>{inLanguage(language, { zh: line.title, en: line.titleEn })}</p>
        {option !== '' && <p class={look['option']}>{option}</p>}
        <p class={look['sum']}>
          <span>
            <Money value={line.price} size="small" /> × {line.quantity}
          </span>
          <Money value={line.amount} />
        </p>
      </div>
    </li>
  );
}
