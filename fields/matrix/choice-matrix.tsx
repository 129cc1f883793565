import { isRecord } from '../../site/src/fields/lists.ts';
import { useFormStore, useValue } from '../../site/src/form/scope.tsx';
import { formWords } from '../../site/src/i18n/form.ts';
import { useWords } from '../../site/src/i18n/use-locale.tsx';
import type { MatrixParts } from './line.ts';

/** Radio buttons, a line a question; on a phone each line is a card of its own. */
export function ChoiceMatrix({ props, rows, columns }: MatrixParts) {
  const words = useWords(formWords);
  const store = useFormStore();
  const { place, id, required, field } = props;
  const stored = useValue(place);
  const answers = isRecord(stored) ? stored : {};
  return (
    <table className="matrix matrix-choice">
      <thead>
        <tr>
          <th scope="col">{words.matrixRow}</th>
          {columns.map((column) => (
            <th scope="col" key={column.id}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={row.id}
            role="radiogroup"
            aria-labelledby={`${id}-${row.id}`}
            aria-required={field.complete === true || required || undefined}
          >
            <th scope="row" id={`${id}-${row.id}`}>
              {row.title}
            </th>
            {columns.map((column) => (
              <td key={column.id}>
                <label className="matrix-option">
                  <input
                    type="radio"
                    name={`${id}-${row.id}`}
                    aria-label={column.title}
                    checked={answers[row.id] === column.id}
                    onChange={() => store.set(place, { ...answers, [row.id]: column.id })}
                    onBlur={() => store.leave(place)}
                  />
                  <span className="matrix-word" aria-hidden="true">
                    {column.title}
                  </span>
                </label>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
