import type { zh } from './zh.ts';

type Zh = typeof zh;
export type Key = keyof Zh;
/** A whole dictionary: every key of the Chinese one. */
export type Dictionary = Readonly<Record<Key, string>>;

/** The names in braces: "{days} days of {n}" has 'days' and 'n'. */
type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;
type Arguments<Text extends string> = [Names<Text>] extends [never]
  ? []
  : [values: Readonly<Record<Names<Text>, string | number>>];

/** A text in the reader's language; the names in its braces have to be given, and no others. */
export type Translate = <Found extends Key>(key: Found, ...values: Arguments<Zh[Found]>) => string;

/** Makes the `t` of one language. */
export function translator(dictionary: Dictionary): Translate {
  return (key, ...values) => {
    const [given] = values;
    return given === undefined ? dictionary[key] : fill(dictionary[key], given);
  };
}

function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (braces, name: string) => String(values[name] ?? braces));
}
