import { useEffect, useState } from 'react';
import type { FilterProps } from './filter-bar.tsx';

/** A text that is looked for as soon as the box is left or Enter is pressed. */
export function TextFilter({ id, values, onChange }: FilterProps) {
  const [set = ''] = values;
  const [text, setText] = useState(set);
  useEffect(() => setText(set), [set]);
  const apply = () => {
    const wanted = text.trim();
    if (wanted !== set) onChange(wanted === '' ? [] : [wanted]);
  };
  return (
    <input
      id={id}
      className="input"
      type="search"
      autoComplete="off"
      value={text}
      onChange={({ target }) => setText(target.value)}
      onBlur={apply}
      onKeyDown={({ key }) => {
        if (key === 'Enter') apply();
      }}
    />
  );
}
