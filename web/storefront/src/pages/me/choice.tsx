import look from './choice.module.css';

interface ChoiceProps<Value extends string> {
  readonly name: string;
  readonly label: string;
  readonly chosen: Value;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly onChoose: (value: Value) => void;
}

/** One of a few, side by side; real radio buttons beneath. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  return (
    <fieldset class={look['choice']} aria-label={props.label}>
      {props.options.map(({ value, text }) => (
        <label key={value}>
          <input
            type="radio"
            name={props.name}
            checked={value === props.chosen}
            onChange={() => props.onChoose(value)}
          />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}
