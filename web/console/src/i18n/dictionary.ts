import type { zh } from './zh.ts';

/** The names between braces of a text: "{n} of {all}" has n and all. */
type ParameterNames<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParameterNames<Rest>
  : never;

type Zh = typeof zh;
export type Key = keyof Zh;
export type Dictionary = Readonly<Record<Key, string>>;

type Values<Name extends string> = [Name] extends [never]
  ? []
  : [values: Readonly<Record<Name, string | number>>];

/** Looks a text up; the parameters are those that the Chinese text names. */
export type Translate = <Name extends Key>(
  key: Name,
  ...values: Values<ParameterNames<Zh[Name]>>
) => string;

type SameParameters<Texts extends Dictionary> = {
  readonly [Name in Key]: [ParameterNames<Texts[Name]>] extends [ParameterNames<Zh[Name]>]
    ? [ParameterNames<Zh[Name]>] extends [ParameterNames<Texts[Name]>]
      ? Texts[Name]
      : never
    : never;
};

/** A translation: it does not compile unless it has every key, each with the same parameters. */
export function translation<const Texts extends Dictionary>(
  texts: Texts & SameParameters<Texts>,
): Dictionary {
  return texts;
}

export function translator(dictionary: Dictionary): Translate {
  return (key, ...[values]) => {
    const text = dictionary[key];
    if (values === undefined) return text;
    const found: Readonly<Record<string, string | number>> = values;
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(found[name] ?? whole));
  };
}

/** A text whose key is only known at run time (a state, a code): undefined where there is none. */
export function lookUp(dictionary: Dictionary, key: string): string | undefined {
  const texts: Readonly<Record<string, string>> = dictionary;
  return Object.hasOwn(texts, key) ? texts[key] : undefined;
}
