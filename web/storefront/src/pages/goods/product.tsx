import { useState } from 'preact/hooks';
import { getProduct, unitsOf } from '@tuodi/web-client';
import type { Product, Sku } from '@tuodi/web-client';
import { inLanguage, useMall } from '../../mall.ts';
import { definePage, fromAnswer } from '../../page.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Cover } from '../../ui/cover.tsx';
import { EarningStrip } from '../../ui/earning.tsx';
import { Money } from '../../ui/figure.tsx';
import { CheckIcon } from '../../ui/icons.tsx';
import { Back, Section } from '../../ui/screen.tsx';
import { Quantity } from '../../ui/quantity.tsx';
import look from './product.module.css';

export const page = definePage<Product>({
  async load(request) {
    const { productId = '' } = request.params;
    return fromAnswer(await getProduct(request.api, productId), request);
  },
  title: (product, { language }) =>
    inLanguage(language, { zh: product.title, en: product.titleEn }),
  View: ({ data }) => <ProductView product={data} />,
});

function ProductView({ product }: { product: Product }) {
  const { t, language } = useMall();
  const first = product.skus.find((sku) => sku.available > 0) ?? product.skus[0];
  const [chosen, setChosen] = useState(first?.id);
  const [wanted, setWanted] = useState(1);
  const sku = product.skus.find((one) => one.id === chosen) ?? first;
  if (sku === undefined) return null;
  const quantity = Math.min(wanted, Math.max(1, sku.available));
  const description = inLanguage(language, { zh: product.description, en: product.descriptionEn });
  return (
    <>
      <header class={look['back']}>
        <Back to="/" />
      </header>
      <main id="content" class={look['main']}>
        <div class={look['cover']}>
          <Cover cover={product.cover} size={390} first />
        </div>
        <p class={look['price']}>
          <Money value={sku.price} size="large" />
        </p>
        <h1 class={look['title']}>
          {inLanguage(language, { zh: product.title, en: product.titleEn })}
        </h1>
        <p class={look['seller']}>{t('sold_by', { merchant: product.merchant.name })}</p>
        <EarningStrip earning={sku.earning} />
        <Choice product={product} sku={sku} onChoose={setChosen} />
        <div class={look['quantity']}>
          <span>
            {t('quantity')}
            <small>
              {sku.available > 0 ? t('stock_left', { n: sku.available }) : t('sold_out')}
            </small>
          </span>
          <Quantity value={quantity} most={sku.available} onChange={setWanted} />
        </div>
        <Promises sku={sku} />
        {description !== '' && (
          <Section title={t('about_goods')}>
            <p class={look['description']}>{description}</p>
          </Section>
        )}
      </main>
      <BuyBar sku={sku} quantity={quantity} />
    </>
  );
}

function Choice(props: { product: Product; sku: Sku; onChoose: (id: string) => void }) {
  const { t, language } = useMall();
  const { product, sku, onChoose } = props;
  if (product.skus.length < 2) return null;
  return (
    <fieldset class={look['choice']}>
      <legend>{t('choose')}</legend>
      {product.skus.map((one) => (
        <label key={one.id}>
          <input
            type="radio"
            name="sku"
            checked={one.id === sku.id}
            disabled={one.available === 0}
            onChange={() => onChoose(one.id)}
          />
          <span>{inLanguage(language, { zh: one.title, en: one.titleEn })}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Promises({ sku }: { sku: Sku }) {
  const { t } = useMall();
  return (
    <ul class={look['promises']}>
      <li>
        <CheckIcon /> {t('promise_return', { days: sku.earning.returnWindowDays })}
      </li>
      <li>
        <CheckIcon /> {t('promise_price')}
      </li>
      <li>
        <CheckIcon /> {t('promise_points')}
      </li>
    </ul>
  );
}

function BuyBar({ sku, quantity }: { sku: Sku; quantity: number }) {
  const { t } = useMall();
  const total = unitsOf(sku.price) * BigInt(quantity);
  return (
    <footer class={look['bar']}>
      <span class={look['total']}>
        <small>
          {t('total')} · {t('pieces', { n: quantity })}
        </small>
        <Money value={{ amount: String(total), asset: 'CNY/2' }} />
      </span>
      {sku.available > 0 ? (
        <ButtonLink to={`/checkout?sku=${sku.id}&n=${quantity}`}>{t('buy')}</ButtonLink>
      ) : (
        <Button disabled>{t('sold_out')}</Button>
      )}
    </footer>
  );
}
